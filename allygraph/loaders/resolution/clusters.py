"""Judgements applied: which keys stand for which entity.

What an analyst says outranks what a rule says, and an analyst's "different" holds through any chain: two keys judged
different never end up in one cluster. Links that would break that are dropped, the weakest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Judgement
from allygraph.loaders.resolution.candidates import Candidate
from allygraph.loaders.resolution.rules import SAME

#: The author of judgements that rules make.
AUTOMATIC = "allygraph"


@dataclass(frozen=True, slots=True)
class Resolution:
    """`canonical` gives the entity id of each key, `clusters` the sorted keys of each entity id.

    `dropped` holds the judgements 'same' that were not applied because an analyst's 'different' stands against them.
    """

    canonical: Mapping[str, str]
    clusters: Mapping[str, tuple[str, ...]]
    dropped: tuple[Judgement, ...] = ()


class Clusters:
    """Disjoint sets of keys, some pairs of which must stay apart. Joining costs O(smaller set)."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self.members: dict[str, list[str]] = {}
        self._name: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._apart.setdefault(self.find(one), set()).add(self.find(other))
            self._apart.setdefault(self.find(other), set()).add(self.find(one))

    def find(self, key: str) -> str:
        """The name of the set that holds the key."""
        if key not in self._name:
            self._name[key] = key
            self.members[key] = [key]
        return self._name[key]

    def join(self, one: str, other: str) -> bool:
        """Make both sets one; False, and nothing done, where they must stay apart."""
        large, small = self.find(one), self.find(other)
        if large == small:
            return True
        if small in self._apart.get(large, ()):
            return False
        if len(self.members[large]) < len(self.members[small]):
            large, small = small, large
        for key in self.members[small]:
            self._name[key] = large
        self.members[large] += self.members.pop(small)
        for stranger in self._apart.pop(small, ()):
            self._apart[stranger].discard(small)
            self._apart[stranger].add(large)
            self._apart.setdefault(large, set()).add(stranger)
        return True


def resolve(candidates: Iterable[Candidate], judgements: Iterable[Judgement]) -> Resolution:
    """Entity ids for the keys of the candidates and of the judgements, whatever the order of either.

    Undone judgements play no part; of several by analysts on one pair the last counts. The id of a cluster is its
    smallest key, unless an analyst merged: then the left of the merge survives.
    """
    valid = sorted((one for one in judgements if one.undone_at is None), key=lambda one: (one.date, one.id))
    spoken = {_pair(one): one for one in valid if one.author != AUTOMATIC}
    said = sorted(spoken.values(), key=lambda one: (one.date, one.id))
    merges = [one for one in said if one.verdict == "same"]
    found = Clusters(_pair(one) for one in said if one.verdict == "different" and one.left != one.right)
    links = [one for one in valid if one.author == AUTOMATIC and one.verdict == "same" and one.score >= SAME]
    links = [one for one in links if _pair(one) not in spoken]
    links.sort(key=lambda one: (-one.score, _pair(one), one.id))
    # The analyst's last word is the surest link; merges thus go before rules, and late ones before early ones.
    dropped = [one for one in (*reversed(merges), *links) if not found.join(one.left, one.right)]
    for key in {candidate.key for candidate in candidates}:
        found.find(key)
    survivors = _survivors([one for one in merges if one not in dropped])
    clusters: dict[str, tuple[str, ...]] = {}
    for keys in found.members.values():
        # Merges of other authors on parts of the cluster leave several survivors; the last to survive names it.
        named = [survivors[key] for key in keys if key in survivors]
        clusters[max(named)[1] if named else min(keys)] = tuple(sorted(keys))
    canonical = {key: identifier for identifier in sorted(clusters) for key in clusters[identifier]}
    return Resolution(dict(sorted(canonical.items())), dict(sorted(clusters.items())), tuple(dropped))


def _survivors(merges: Sequence[Judgement]) -> dict[str, tuple[int, str]]:
    """For each merged key the survivor that its merges leave, with the place of the last merge among all.

    merge(A, B) lets A survive, or whoever survived A before; saying merge(B, A) after merge(A, B) lets B survive.
    """
    head: dict[str, tuple[int, str]] = {}
    groups: dict[str, set[str]] = {}
    for place, merge in enumerate(merges):
        left = groups.setdefault(merge.left, {merge.left})
        right = groups.setdefault(merge.right, {merge.right})
        survivor = merge.left if left is right else head.get(merge.left, (0, merge.left))[1]
        left |= right
        for key in left:
            groups[key] = left
            head[key] = (place, survivor)
    return head


def _pair(judgement: Judgement) -> tuple[str, str]:
    return min(judgement.left, judgement.right), max(judgement.left, judgement.right)
