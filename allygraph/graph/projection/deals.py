"""Deals as single tellings give them: claims that speak of one deal by what they themselves say.

Claims share a telling when they carry the same deal key, or found the same venture. Any other claim of a deal is a
telling of its own; which tellings are the same alliance is for `clusters` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.dates import exactness
from allygraph.graph.projection.life import FINAL

PHASES = ("start", "plan", "end")


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one deal. `parties` are two or more entity ids; `ventures` what they create together.

    `starts` are the dates at which it came about, most exact first; `plans` and `ends` dates of its planning and of its
    end. `published` is the earliest date of its documents.
    """

    claims: tuple[ClaimView, ...]
    parties: frozenset[str]
    ventures: frozenset[str]
    starts: tuple[str, ...]
    plans: tuple[str, ...]
    ends: tuple[str, ...]
    published: str | None
    only_end: bool
    only_plan: bool


class Groups:
    """Disjoint sets of strings; the smallest member names its set. Nearly O(1) per call."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, one: str) -> str:
        """The name of the set that holds `one`."""
        root = one
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def join(self, one: str, other: str) -> None:
        """Make the sets of both one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low


def deal_parties(view: ClaimView) -> tuple[str, ...]:
    """The ends of a claim of a deal that are parties to it: not the venture, not who halts it."""
    if view.halts_alliance:
        return view.ends[1:]
    return (view.subject_id,) if view.predicate == "JOINT_VENTURE_IN" else (view.subject_id, view.object_id)


def tellings(views: Iterable[ClaimView]) -> list[Telling]:
    """The tellings with two or more parties, in a fixed order."""
    found = [_telling(group) for group in told_together(views)]
    return [one for one in found if len(one.parties) > 1]


def told_together(views: Iterable[ClaimView]) -> list[list[ClaimView]]:
    """The claims of deals, grouped by deal key and venture through any number of steps, in a fixed order."""
    groups = Groups()
    given = [view for view in views if view.of_deal]
    for view in given:
        own = f"claim {view.claim.id}"
        groups.find(own)
        if view.claim.deal:
            groups.join(own, f"deal {view.claim.deal}")
        if view.predicate == "JOINT_VENTURE_IN":
            groups.join(own, f"venture {view.object_id}")
    by_group: dict[str, list[ClaimView]] = {}
    for view in given:
        by_group.setdefault(groups.find(f"claim {view.claim.id}"), []).append(view)
    return [by_group[name] for name in sorted(by_group)]


def _telling(views: Sequence[ClaimView]) -> Telling:
    ordered = tuple(sorted(views, key=lambda view: view.claim.id))
    ventures = frozenset(view.object_id for view in ordered if view.predicate == "JOINT_VENTURE_IN")
    parties = frozenset(party for view in ordered for party in deal_parties(view)) - ventures
    starting, planning, ending = ([view for view in ordered if _phase(view) == phase] for phase in PHASES)
    return Telling(
        claims=ordered,
        parties=parties,
        ventures=ventures,
        starts=_dates(starting),
        plans=_dates(planning),
        ends=_dates(ending),
        published=min((view.published for view in ordered if view.published), default=None),
        only_end=not starting and not planning,
        only_plan=not starting and bool(planning),
    )


def _phase(view: ClaimView) -> str:
    if view.halts_alliance or view.claim.status in FINAL:
        return "end"
    return "plan" if view.claim.status == "planned" else "start"


def _dates(views: Iterable[ClaimView]) -> tuple[str, ...]:
    stated = {view.claim.date for view in views if view.claim.date and exactness(view.claim.date)}
    return tuple(sorted(stated, key=lambda one: (-exactness(one), one)))
