"""The trained network, run by onnxruntime: states and tags of names, states in view of the marks, answers for pairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from allygraph.loaders.extraction.learned.pairs import sides_of, stretches_of
from allygraph.loaders.extraction.learned.pieces import WordPieces
from allygraph.loaders.extraction.learned.windows import Pair, Window, windows

Floats = NDArray[np.float32]


class Network:
    """Three graphs and a vocabulary in one folder. Raises OSError, or onnxruntime's errors, where they cannot be read.

    One thread: a second one gains nothing on stretches this short, and documents can be read side by side.
    """

    def __init__(self, folder: Path) -> None:
        self.pieces = WordPieces(folder / "vocabulary.txt")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._lower, self._upper, self._judge = (
            onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
            for name in ("lower", "upper", "judge")
        )

    def windows(self, text: str, passages: Sequence[tuple[int, int]]) -> list[Window]:
        """The windows of a document; see `windows.windows`."""
        return list(windows(text, passages, self.pieces, self.pieces.first_id, self.pieces.last_id))

    def read(self, window: Window) -> tuple[Floats, Floats]:
        """States (1, pieces, width) and probabilities of tags (pieces, tags): outside, then first and other pieces."""
        states, tags = self._lower.run(
            None, {"ids": np.array([window.ids], np.int64), "shapes": np.array([window.shapes], np.int64)}
        )
        return states, tags[0]

    def judge(self, states: Floats, marks: Sequence[int], pairs: Sequence[Pair]) -> tuple[Floats, Floats]:
        """Probabilities of labels (pairs, labels) and of statuses (pairs, statuses); `pairs` not empty."""
        (read,) = self._upper.run(None, {"states": states, "marks": np.array([marks], np.int64)})
        length = states.shape[1]
        spans = np.array([stretches_of(pair, length) for pair in pairs], np.int64)
        sides = np.array([sides_of(pair) for pair in pairs], np.float32)
        labels, statuses = self._judge.run(None, {"states": read, "spans": spans, "sides": sides})
        return labels, statuses


@cache
def network() -> Network:
    """The network that ships with the package, loaded once."""
    with as_file(files(__package__).joinpath("weights")) as folder:
        return Network(folder)
