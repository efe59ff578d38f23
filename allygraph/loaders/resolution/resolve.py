"""Judgements applied: which keys stand for which entity.

What an analyst says outranks what a rule says, and an analyst's "different" holds through any chain: two keys judged
different never end up in one cluster. Links that would break that are dropped, the weakest first. A short form that
several entities may bear ("SEC") joins none of them without an analyst.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from allygraph.graph.model import Judgement
from allygraph.loaders.resolution.candidates import Candidate
from allygraph.loaders.resolution.clusters import Clusters
from allygraph.loaders.resolution.judging import AUTOMATIC
from allygraph.loaders.resolution.rules import NOTHING_IN_COMMON, SAME, WHOLE_NAME, decide


@dataclass(frozen=True, slots=True)
class Resolution:
    """`canonical` gives the entity id of each key, `clusters` the sorted keys of each entity id.

    `dropped` holds the judgements 'same' that were not applied: an analyst's 'different' stands against them, or their
    short form fits several entities.
    """

    canonical: Mapping[str, str]
    clusters: Mapping[str, tuple[str, ...]]
    dropped: tuple[Judgement, ...] = ()


def resolve(candidates: Iterable[Candidate], judgements: Iterable[Judgement]) -> Resolution:
    """Entity ids for the keys of the candidates and of the judgements, whatever the order of either.

    Undone judgements play no part; of several by analysts on one pair the last counts. The id of a cluster is its
    smallest key, unless an analyst merged: then the left of the merge survives. Keys that judgements connect, over any
    number of steps, must be resolved together.
    """
    by_key = {one.key: one for one in sorted(candidates, key=repr)}
    valid = sorted((one for one in judgements if one.undone_at is None), key=lambda one: (one.date, one.id))
    spoken = {_pair(one): one for one in valid if one.author != AUTOMATIC}
    merges = sorted((one for one in spoken.values() if one.verdict == "same"), key=lambda one: (one.date, one.id))
    found = Clusters(pair for pair, one in spoken.items() if one.verdict == "different" and pair[0] != pair[1])
    links = [one for one in valid if one.author == AUTOMATIC and one.verdict == "same" and one.score >= SAME]
    links.sort(key=lambda one: (-one.score, _pair(one), one.id))
    own = [one for one in links if _pair(one) not in spoken]
    # The analyst's last word is the surest link: merges go before rules, and late ones before early ones.
    sure = [*reversed(merges), *(one for one in own if one.score >= WHOLE_NAME)]
    dropped = [one for one in sure if not found.join(one.left, one.right)]
    short = [one for one in links if one.score < WHOLE_NAME and _agreed(spoken.get(_pair(one)))]
    dropped += _join_short_forms(found, by_key, short)
    for key in by_key:
        found.find(key)
    lost = {one.id for one in dropped}
    return _named(found, [one for one in merges if one.id not in lost], dropped)


def _agreed(said: Judgement | None) -> bool:
    return said is None or said.verdict == "same"


def _join_short_forms(found: Clusters, by_key: Mapping[str, Candidate], links: Sequence[Judgement]) -> list[Judgement]:
    """Joins each short form (left) with the one entity that it fits; gives the links of those that fit several."""
    fits: dict[str, set[str]] = {}
    for one in links:
        fits.setdefault(found.find(one.left), set()).add(found.find(one.right))
    single = {one.id: len(fits[found.find(one.left)]) == 1 for one in links}
    return [one for one in links if not (single[one.id] and _join_unless_strangers(found, by_key, one.left, one.right))]


def _join_unless_strangers(found: Clusters, by_key: Mapping[str, Candidate], short: str, full: str) -> bool:
    """False where a rule speaks against any two names that would come together."""
    if found.find(short) == found.find(full):
        return True
    pairs = product(found.members[found.find(short)], found.members[found.find(full)])
    decisions = (decide(by_key[one], by_key[other]) for one, other in pairs if one in by_key and other in by_key)
    if any(decision.verdict == "different" and decision != NOTHING_IN_COMMON for decision in decisions):
        return False
    return found.join(short, full)


def _named(found: Clusters, merges: Sequence[Judgement], dropped: Sequence[Judgement]) -> Resolution:
    survivors = _survivors(merges)
    clusters: dict[str, tuple[str, ...]] = {}
    for keys in found.members.values():
        # Rules may join what analysts merged in several places; the survivor of the last merge names it all.
        named = [survivors[key] for key in keys if key in survivors]
        clusters[max(named)[1] if named else min(keys)] = tuple(sorted(keys))
    canonical = {key: identifier for identifier, keys in clusters.items() for key in keys}
    in_order = tuple(sorted(dropped, key=lambda one: one.id))
    return Resolution(dict(sorted(canonical.items())), dict(sorted(clusters.items())), in_order)


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
        joined = left | right
        for key in joined:
            groups[key] = joined
            head[key] = (place, survivor)
    return head


def _pair(judgement: Judgement) -> tuple[str, str]:
    return min(judgement.left, judgement.right), max(judgement.left, judgement.right)
