"""The tagger's reading of a document: which stretches are names, and of which kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

import numpy as np

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.learned.network import Floats
from allygraph.loaders.extraction.learned.windows import KINDS, Window


class Tags:
    """The tags of a document's pieces, each asked about once; an Opinion of `names.opinions`."""

    def __init__(self, read: Iterable[tuple[Window, Floats]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        rows: list[Floats] = []
        for window, tags in read:
            for row in window.rows:
                if row.asked:
                    self._starts += [start for start, _ in window.offsets[row.first : row.last]]
                    self._ends += [end for _, end in window.offsets[row.first : row.last]]
                    rows.append(tags[row.first : row.last])
        self._tags = np.concatenate(rows) if rows else np.zeros((0, 1 + 2 * len(KINDS)), np.float32)

    def of(self, start: int, end: int) -> Mapping[Kind, float]:
        """How likely a stretch is a name of each kind: the mean over its pieces."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= last:
            return {}
        mean = self._tags[first:last].mean(0)
        return {kind: float(mean[1 + n] + mean[1 + len(KINDS) + n]) for n, kind in enumerate(KINDS)}
