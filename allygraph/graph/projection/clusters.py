"""Which tellings are the same alliance.

Each telling is placed once, the ones with most parties and the most exact dates first, so that the order of loading
plays no part and a vague date never bridges two deals. It joins an alliance that has all its parties, unless dates or
ventures speak against that; of several, the one nearest in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from allygraph.graph.projection.dates import days_apart, exactness
from allygraph.graph.projection.deals import Telling

#: Explicit dates further apart than this speak of two deals. From announcement to signing to launch takes months;
#: companies that sign again with each other mostly do so a year or more later.
SAME_DEAL_DAYS = 180


@dataclass(slots=True)
class Cluster:
    """The tellings of one alliance."""

    tellings: list[Telling] = field(default_factory=list)
    parties: frozenset[str] = frozenset()
    ventures: frozenset[str] = frozenset()
    starts: set[str] = field(default_factory=set)

    def add(self, telling: Telling) -> None:
        """Take in one more telling."""
        self.tellings.append(telling)
        self.parties |= telling.parties
        self.ventures |= telling.ventures
        self.starts.update(telling.starts)

    @property
    def began(self) -> str:
        """The earliest date it came about, '' if none is known."""
        return min(self.starts, default="")

    @property
    def first_claim(self) -> str:
        """The smallest id of its claims, to settle what nothing else settles."""
        return min(view.claim.id for telling in self.tellings for view in telling.claims)


def clusters(found: Sequence[Telling]) -> list[Cluster]:
    """The alliances, each as the cluster of its tellings."""
    placed: list[Cluster] = []
    by_party: dict[str, list[Cluster]] = {}
    for telling in sorted(found, key=_precedence):
        some_party = min(telling.parties, key=lambda party: (len(by_party.get(party, ())), party))
        fitting = [one for one in by_party.get(some_party, ()) if _fits(telling, one)]
        cluster = min(fitting, key=lambda one: (_distance(telling, one), one.first_claim), default=None)
        if cluster is None:
            cluster = Cluster()
            placed.append(cluster)
            for party in telling.parties:
                by_party.setdefault(party, []).append(cluster)
        cluster.add(telling)
    return placed


def _precedence(telling: Telling) -> tuple[int, bool, bool, int, str, bool, str]:
    """Beginnings before plans before ends; most parties, most exact date, earliest date, ventures first."""
    first = telling.starts[0] if telling.starts else ""
    return (
        -len(telling.parties),
        telling.only_end,
        telling.only_plan,
        -exactness(first),
        first,
        not telling.ventures,
        telling.claims[0].claim.id,
    )


def _fits(telling: Telling, cluster: Cluster) -> bool:
    if not telling.parties <= cluster.parties:
        return False
    if telling.ventures and cluster.ventures and not telling.ventures & cluster.ventures:
        return False
    if telling.starts and cluster.starts:
        return _gap(telling.starts, cluster.starts) <= SAME_DEAL_DAYS
    return True


def _gap(some: Sequence[str] | set[str], others: Sequence[str] | set[str]) -> int:
    apart = (days_apart(one, other) for one in some for other in others)
    return min((days for days in apart if days is not None), default=0)


def _distance(telling: Telling, cluster: Cluster) -> tuple[bool, int, int]:
    """How far a fitting cluster is: dated tellings by their dates; a plan looks forward, an end and an undated telling
    look back, from the day they speak of or were published.
    """
    unshared = len(cluster.parties - telling.parties)
    if telling.starts:
        return (False, _gap(telling.starts, cluster.starts) if cluster.starts else SAME_DEAL_DAYS, unshared)
    marks = (telling.plans if telling.only_plan else telling.ends) or (
        (telling.published,) if telling.published else ()
    )
    if not marks or not cluster.starts:
        return (False, 0, unshared)
    mark = min(marks)
    before = cluster.began <= mark
    wrong_side = before if telling.only_plan else not before
    return (wrong_side, _gap((mark,), cluster.starts), unshared)
