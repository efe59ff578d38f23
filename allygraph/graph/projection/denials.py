"""Which denials speak against which claims of the same ends and predicate."""

from __future__ import annotations

from collections.abc import Iterable

from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.clusters import SAME_DEAL_DAYS
from allygraph.graph.projection.dates import days_apart
from allygraph.graph.projection.life import FINAL, RANK


def denies(denial: ClaimView, views: Iterable[ClaimView], of_deal: bool) -> bool:
    """Whether a denial contradicts any of the claims.

    "Has not signed" leaves a plan as it is, "has not ended" denies only the end. Of two deals of the same parties
    (`of_deal`) a dated denial speaks of the one of its time.
    """
    return any(
        _denies_stage(denial, view)
        and not (of_deal and (days_apart(denial.claim.date, view.claim.date) or 0) > SAME_DEAL_DAYS)
        for view in views
    )


def _denies_stage(denial: ClaimView, view: ClaimView) -> bool:
    denied, stated = denial.claim.status, view.claim.status
    if denied is None:
        return True
    if denied in FINAL:
        return stated in FINAL
    return stated is None or RANK[stated] >= RANK[denied]
