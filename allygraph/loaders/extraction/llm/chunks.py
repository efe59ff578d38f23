"""A long document in parts that fit one request, cut between sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.graph.model import Passage

#: Sentences that a part repeats from the one before, so that "the company" at its head still has its name.
OVERLAP = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """Passages that are asked about together, in reading order."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """One line for each passage."""
        return "\n".join(" ".join(passage.text.split()) for passage in self.passages)

    def halves(self) -> tuple[Chunk, Chunk] | None:
        """The chunk in two, sharing a sentence where there are enough; None for a single passage."""
        count = len(self.passages)
        if count < 2:
            return None
        middle = count // 2
        shared = 1 if count >= 4 else 0
        return Chunk(self.passages[:middle]), Chunk(self.passages[middle - shared :])


def cut_chunks(passages: Sequence[Passage], budget: int) -> list[Chunk]:
    """Parts of at most `budget` characters, each beginning with the last OVERLAP sentences of the one before.

    Repeated sentences take a quarter of the budget at most. A passage longer than the budget is a part of its own.
    """
    chunks: list[Chunk] = []
    start = 0
    while start < len(passages):
        end, size = start, 0
        while end < len(passages) and (end == start or size + _size(passages[end]) <= budget):
            size += _size(passages[end])
            end += 1
        chunks.append(Chunk(tuple(passages[start:end])))
        if end == len(passages):
            break
        start = _overlapping(passages, start, end, budget // 4)
    return chunks


def _overlapping(passages: Sequence[Passage], start: int, end: int, budget: int) -> int:
    """Where the next part begins: always behind where this one did."""
    place, size = end, 0
    while place > start + 1 and end - place < OVERLAP and size + _size(passages[place - 1]) <= budget:
        place -= 1
        size += _size(passages[place])
    return place


def _size(passage: Passage) -> int:
    return len(passage.text) + 1
