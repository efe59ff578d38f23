"""Which claims must be projected together when some of them change.

A scope key names claims that can influence one another:

    ("pair", a, b)     every live claim with both entities among its ends (subject, object, counterpart), and every
                       claim of a stored alliance to which both are parties
    ("deal", d)        every live claim with this deal
    ("venture", x)     every live JOINT_VENTURE_IN and INVESTS_IN claim with x as object

`affected` follows keys to claims and claims to keys until nothing new comes. What it gives is closed: projecting it
alone gives the same facts and alliances as projecting everything and keeping those with a claim in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TypeAlias

from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.deals import deal_parties, told_together

ScopeKey: TypeAlias = tuple[str, ...]


def scope_keys(views: Iterable[ClaimView]) -> frozenset[ScopeKey]:
    """The keys of claims taken together: of each by itself, and of every two parties that one deal brings together."""
    given = list(views)
    keys: set[ScopeKey] = set()
    for view in given:
        keys.update(_pairs(view.ends))
        if view.claim.deal:
            keys.add(("deal", view.claim.deal))
        if view.predicate in ("JOINT_VENTURE_IN", "INVESTS_IN"):
            keys.add(("venture", view.object_id))
    for group in told_together(given):
        keys.update(_pairs({party for view in group for party in deal_parties(view)}))
    return frozenset(keys)


def _pairs(entities: Iterable[str]) -> Iterator[ScopeKey]:
    return (("pair", *pair) for pair in combinations(sorted(set(entities)), 2))


def affected(
    changed: Iterable[ClaimView], fetch: Callable[[frozenset[ScopeKey]], Iterable[ClaimView]]
) -> tuple[ClaimView, ...]:
    """The live claims to project again, sorted by id.

    `changed` holds every claim that came, went or now stands for other entities, as it was before (where it was) and as
    it is now (where it still is), and every claim of a stored fact or alliance that names one of them. `fetch` gives
    the live claims of some keys, as they are now. To be replaced by the projection of the result: every stored fact and
    alliance that names a claim of `changed` or of the result.
    """
    known: set[ClaimView] = set(changed)
    found: dict[str, ClaimView] = {}
    asked: frozenset[ScopeKey] = frozenset()
    while wanted := scope_keys(known) - asked:
        fetched = list(fetch(wanted))
        found.update((view.claim.id, view) for view in fetched)
        known.update(fetched)
        asked |= wanted
    return tuple(found[key] for key in sorted(found))
