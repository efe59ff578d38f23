"""The judgements that rules make by themselves, over all pairs that share a block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Judgement
from allygraph.loaders.resolution.candidates import Candidate, block_keys
from allygraph.loaders.resolution.rules import Decision, decide

#: The author of judgements that rules make.
AUTOMATIC = "allygraph"
#: A block this large is a common word and tells nothing; its pairs meet in other blocks or not at all. 300 keys make
#: 45,000 comparisons, about a second.
LARGEST_BLOCK = 300


def automatic_judgements(candidates: Iterable[Candidate], date: str = "") -> tuple[Judgement, ...]:
    """What rules say of all pairs that share a block, sorted by pair: those that are the same and those in doubt.

    `date` is put on each; ids come from the pair alone. `left` is the key with the shorter name, so that it stays known
    which of the two is the short form of the other. A key given twice counts once.
    """
    by_key = {one.key: one for one in sorted(candidates, key=repr)}
    decisions = {pair: decide(by_key[pair[0]], by_key[pair[1]]) for pair in sorted(_pairs(by_key.values()))}
    return tuple(_judgement(pair, decision, by_key, date) for pair, decision in decisions.items() if _kept(decision))


def _kept(decision: Decision) -> bool:
    return decision.verdict != "different"


def _judgement(pair: tuple[str, str], decision: Decision, by_key: Mapping[str, Candidate], date: str) -> Judgement:
    shorter, longer = sorted(pair, key=lambda key: (len(by_key[key].name), key))
    return Judgement(
        id=stable_id("jud", AUTOMATIC, *pair),
        left=shorter,
        right=longer,
        verdict=decision.verdict,
        score=decision.score,
        reason=decision.reason,
        author=AUTOMATIC,
        date=date,
    )


def _pairs(candidates: Iterable[Candidate]) -> set[tuple[str, str]]:
    blocks: dict[str, list[str]] = {}
    for candidate in candidates:
        for block in block_keys(candidate):
            blocks.setdefault(block, []).append(candidate.key)
    return {
        (min(pair), max(pair))
        for keys in blocks.values()
        if len(keys) <= LARGEST_BLOCK
        for pair in combinations(keys, 2)
    }
