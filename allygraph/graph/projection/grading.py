"""How far a fact can be trusted: grade, confidence, likelihood, and whether its claims contradict one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import prod

from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.life import FINAL

#: Evidence of machines alone never makes certain.
MOST_CONFIDENT = 0.99
#: Two amounts nearer than this share of the larger are one amount, rounded differently ("80 million", "USD 80.2m").
ROUNDING = 0.05


def reliability(view: ClaimView) -> str:
    """The letter A-F of the claim's own citation, else of its document or source, else F."""
    return view.claim.reliability or view.source_reliability or "F"


def origins(views: Iterable[ClaimView]) -> frozenset[str]:
    """The independent witnesses."""
    return frozenset(view.independent_origin for view in views)


def grade(views: Sequence[ClaimView], denials: Sequence[ClaimView] = ()) -> str:
    """Reliability and credibility (Admiralty system), such as `B2`.

    The letter is the best of all claims. The figure: with denials of independent origin 4 (doubtful) if more origins
    assert than deny, else 5 (improbable); without, 1 (confirmed) if two or more independent origins assert it, else
    the best that a claim states, else 6.
    """
    letter = min(map(reliability, views), default="F")
    asserting = origins(views)
    denying = origins(denials) - asserting
    if denying:
        return f"{letter}{4 if len(denying) < len(asserting) else 5}"
    if len(asserting) > 1:
        return f"{letter}1"
    return f"{letter}{min((view.claim.credibility for view in views if view.claim.credibility), default=6)}"


def confidence(views: Sequence[ClaimView]) -> float:
    """Whether the claims say what they are taken to say: 1 if curated or accepted by an analyst, else by noisy-or.

    Each passage counts once, by its surest claim; at most 0.99.
    """
    if any(view.claim.review == "accepted" or view.claim.engine == "curated" for view in views):
        return 1.0
    passages: dict[tuple[str, str], float] = {}
    for view in views:
        key = (view.claim.document, view.claim.passage)
        passages[key] = max(passages.get(key, 0.0), min(max(view.claim.confidence, 0.0), 1.0))
    return round(min(MOST_CONFIDENT, 1 - prod(1 - passages[key] for key in sorted(passages))), 4)


def likelihood(views: Sequence[ClaimView], status: str | None) -> tuple[int | None, int | None]:
    """Percent, low and high, of the best-graded claims that state one; where equally graded ones differ, from the
    lowest to the highest. An estimate of an earlier stage than `status` says nothing about it and is passed over.
    """
    stating = [
        view
        for view in views
        if view.claim.likelihood_low is not None
        and view.claim.likelihood_high is not None
        and (status is None or view.claim.status is None or view.claim.status == status)
    ]
    best = min(map(_standing, stating), default=None)
    chosen = [view.claim for view in stating if _standing(view) == best]
    lows = [claim.likelihood_low for claim in chosen if claim.likelihood_low is not None]
    highs = [claim.likelihood_high for claim in chosen if claim.likelihood_high is not None]
    return min(lows, default=None), max(highs, default=None)


def _standing(view: ClaimView) -> tuple[str, int]:
    return reliability(view), view.claim.credibility or 6


def amount(views: Iterable[ClaimView]) -> tuple[float | None, str | None]:
    """Amount and currency of the most reliable claim that gives one; of several, of the latest."""
    giving = [view for view in views if view.claim.amount is not None]
    if not giving:
        return None, None
    best = min(map(reliability, giving))
    latest = max(
        (view for view in giving if reliability(view) == best),
        key=lambda view: (view.claim.date or view.published or "", view.published or "", view.claim.id),
    )
    return latest.claim.amount, latest.claim.currency


def contradictory(views: Sequence[ClaimView]) -> bool:
    """Whether claims cannot all be right: other amounts of one date, or in force and over on one and the same date."""
    return _amounts_differ(views) or _statuses_clash(views)


def _amounts_differ(views: Sequence[ClaimView]) -> bool:
    by_date: dict[tuple[str | None, str | None], list[float]] = {}
    for view in views:
        if view.claim.amount is not None:
            by_date.setdefault((view.claim.date, view.claim.currency), []).append(view.claim.amount)
    return any(max(given) - min(given) > ROUNDING * max(map(abs, given)) for given in by_date.values())


def _statuses_clash(views: Sequence[ClaimView]) -> bool:
    dated = sorted({(view.claim.date, view.claim.status) for view in views if view.claim.date and view.claim.status})
    return any(
        one[0] == other[0] and "active" in (one[1], other[1]) and FINAL & {one[1], other[1]}
        for one, other in combinations(dated, 2)
    )
