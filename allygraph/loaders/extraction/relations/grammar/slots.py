"""Slots: the stretches of a sentence that stand for entities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Kind


@dataclass(frozen=True, slots=True)
class Slot:
    """Characters `start` to `end` of the document stand for `entities`.

    `reference` marks a pronoun or "the company", `score` is how sure the reading is. `possessive` is true where the
    word itself says "of" ("its").
    """

    entities: tuple[str, ...]
    kind: Kind
    text: str
    start: int
    end: int
    reference: bool = False
    score: float = 1.0
    possessive: bool = False


class SlotIndex:
    """The slots of a document, longest first where they overlap, names before references."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        chosen: list[Slot] = []
        starts: list[int] = []
        for slot in sorted(slots, key=lambda s: (s.reference, s.start - s.end, s.start)):
            place = bisect_left(starts, slot.start)
            free_left = place == 0 or chosen[place - 1].end <= slot.start
            free_right = place == len(chosen) or slot.end <= chosen[place].start
            if free_left and free_right and slot.start < slot.end:
                chosen.insert(place, slot)
                starts.insert(place, slot.start)
        self._slots, self._starts = chosen, starts

    def within(self, start: int, end: int) -> Sequence[Slot]:
        """The slots that lie wholly inside the interval, in reading order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [slot for slot in self._slots[first:last] if slot.end <= end]
