"""The tagger's reading of a document: which stretches are names, and of which kind, and which stand for one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.learned.network import Floats
from allygraph.loaders.extraction.learned.windows import KINDS, REFERENCE, TAGS, Window

#: From this on a stretch is asked about, and goes on; what it stands for, if anybody, is another question.
_BEGINS, _GOES_ON = 0.25, 0.4


class Tags:
    """The tags of a document's pieces, each asked about once; an Opinion of `names.opinions`."""

    def __init__(self, read: Iterable[tuple[Window, Floats]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._begins: set[int] = set()
        rows: list[Floats] = []
        for window, tags in read:
            for row in window.rows:
                if row.asked:
                    self._begins.add(len(self._starts))
                    self._starts += [start for start, _ in window.offsets[row.first : row.last]]
                    self._ends += [end for _, end in window.offsets[row.first : row.last]]
                    rows.append(tags[row.first : row.last])
        self._tags = np.concatenate(rows) if rows else np.zeros((0, TAGS), np.float32)

    def of(self, start: int, end: int) -> Mapping[Kind, float]:
        """How likely a stretch is a name of each kind: the mean over its pieces."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= last:
            return {}
        mean = self._tags[first:last].mean(0)
        return {kind: float(mean[1 + n] + mean[1 + len(KINDS) + n]) for n, kind in enumerate(KINDS)}

    def references(self) -> Iterator[tuple[int, int]]:
        """The stretches that may be pronouns or nominals for somebody, in reading order."""
        (begins,) = (self._tags[:, REFERENCE] >= _BEGINS).nonzero()
        goes_on = self._tags[:, REFERENCE + 1] >= _GOES_ON
        last = 0
        for first in begins.tolist():
            if first < last:
                continue
            last = first + 1
            while last < len(goes_on) and last not in self._begins and (goes_on[last] or self._is_inside(last)):
                last += 1
            yield self._starts[first], self._ends[last - 1]

    def _is_inside(self, place: int) -> bool:
        """Whether a piece goes on with the word of the one before it."""
        return self._starts[place] == self._ends[place - 1] and bool(self._tags[place, 0] < _GOES_ON)
