"""From claims to facts, alliances and their lives. Pure: plain records in, plain records out."""

from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.project import Projection, project
from allygraph.graph.projection.scope import ScopeKey, affected, scope_keys

__all__ = ["ClaimView", "Projection", "ScopeKey", "affected", "project", "scope_keys"]
