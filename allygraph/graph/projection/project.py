"""The projection: what the live claims add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allygraph.graph.model import Alliance, Fact
from allygraph.graph.projection.alliances import alliances
from allygraph.graph.projection.claims import ClaimView, live
from allygraph.graph.projection.facts import facts


@dataclass(frozen=True, slots=True)
class Projection:
    """Facts and alliances, each sorted by id."""

    facts: tuple[Fact, ...]
    alliances: tuple[Alliance, ...]


def project(claims: Iterable[ClaimView]) -> Projection:
    """The facts and alliances of the claims, the same for any order of them.

    Rejected claims do not count. Denials make nothing; beside claims that assert the same they set `conflict`.
    """
    counted = live(claims)
    positive = [view for view in counted if view.claim.polarity == "positive"]
    negative = [view for view in counted if view.claim.polarity == "negative"]
    drafts = alliances(positive, negative)
    return Projection(tuple(facts(positive, negative, drafts)), tuple(draft.alliance for draft in drafts))
