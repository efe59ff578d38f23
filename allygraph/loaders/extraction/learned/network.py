"""The trained network, run by onnxruntime: tags of names and references, what these stand for, answers for pairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from allygraph.loaders.extraction.learned.antecedents import ties
from allygraph.loaders.extraction.learned.pairs import sides_of, stretches_of
from allygraph.loaders.extraction.learned.pieces import WordPieces
from allygraph.loaders.extraction.learned.windows import Pair, Piece, Window, windows

Floats = NDArray[np.float32]


class Network:
    """Four graphs and a vocabulary in one folder. Raises OSError, or onnxruntime's errors, where they cannot be read.

    One thread: a second one gains nothing on stretches this short, and documents can be read side by side.
    """

    def __init__(self, folder: Path) -> None:
        self.pieces = WordPieces(folder / "vocabulary.txt")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._lower, self._link, self._upper, self._judge = (
            onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
            for name in ("lower", "link", "upper", "judge")
        )

    def windows(self, text: str, passages: Sequence[tuple[int, int]]) -> list[Window]:
        """The windows of a document; see `windows.windows`."""
        return list(windows(text, passages, self.pieces, self.pieces.first_id, self.pieces.last_id))

    def read(self, window: Window) -> tuple[Floats, Floats, Floats]:
        """Embeddings (1, pieces, width), states (the same) and probabilities of tags (pieces, tags)."""
        states, tagged, tags = self._lower.run(
            None, {"ids": np.array([window.ids], np.int64), "shapes": np.array([window.shapes], np.int64)}
        )
        return states, tagged, tags[0]

    def link(self, tagged: Floats, references: Sequence[Piece], names: Sequence[Piece]) -> list[dict[str, float]]:
        """For each reference, the best score of each entity that it may stand for; above 0 rather than nobody."""
        found: list[dict[str, float]] = [{} for _ in references]
        tied = list(ties(references, names))
        if not tied:
            return found
        (scores,) = self._link.run(
            None,
            {
                "tagged": tagged,
                "references": np.array([(piece.first, piece.last) for piece in references], np.int64),
                "names": np.array([(piece.first, piece.last) for piece in names], np.int64),
                "ties": np.array([(one, other) for one, other, _ in tied], np.int64),
                "figures": np.array([figures for _, _, figures in tied], np.float32),
            },
        )
        for (one, other, _), score in zip(tied, scores.tolist(), strict=True):
            for entity in names[other].span.entities:
                found[one][entity] = max(found[one].get(entity, score), score)
        return found

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
