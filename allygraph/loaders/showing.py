"""Entities and facts brought up to date after a judgement or a decision, inside its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Transaction
from allygraph.graph.store.projecting import update_facts
from allygraph.graph.store.views import claim_views_of_entities
from allygraph.loaders.settling import show_entities


def show_changes(
    transaction: Transaction, entities: Iterable[str], before: Sequence[ClaimView], changed: Sequence[str]
) -> None:
    """Shows these entities anew, then the facts of the changed claims; `before` has these claims as they were."""
    shown = show_entities(transaction, entities)
    renamed = claim_views_of_entities(transaction, shown.renamed)
    update_facts(transaction, before, [*changed, *(view.claim.id for view in renamed)])
