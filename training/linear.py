"""A linear model of pairs, for comparison: n-grams of word pieces between and around two mentions, one line a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scipy.sparse import csr_matrix
from sklearn.feature_extraction import FeatureHasher

from allygraph.loaders.extraction.learned.pairs import stretches_of
from allygraph.loaders.extraction.learned.windows import Pair, Window

#: Pieces between two mentions that are looked at, and the width of the hashed features.
_LONGEST = 30
_WIDTH = 2**20


def features(window: Window, pair: Pair) -> Iterator[str]:
    """What the model is told of a pair: kinds, distance, n-grams of up to three pieces by where they stand."""
    first, second, between, before, after = stretches_of(pair, len(window.ids))
    kinds = f"{pair.first.span.kind}-{pair.second.span.kind}"
    yield kinds
    yield f"far {min(between[1] - between[0], 40) // 5} {min(pair.between, 3)}"
    for name, (begin, end) in {"between": between, "before": before, "after": after}.items():
        pieces = window.ids[begin : min(end, begin + _LONGEST)]
        for size in (1, 2, 3):
            for place in range(len(pieces) - size + 1):
                gram = " ".join(map(str, pieces[place : place + size]))
                yield f"{name} {gram}"
                if name == "between":
                    yield f"{kinds} {gram}"
    for name, (begin, end) in {"first": first, "second": second}.items():
        yield from (f"{name} {piece}" for piece in window.ids[begin:end])


def matrix(pairs: Sequence[tuple[Window, Pair]]) -> csr_matrix:
    """Features of pairs, (pairs, `_WIDTH`)."""
    hashed = FeatureHasher(_WIDTH, input_type="string", alternate_sign=False)
    return hashed.transform([set(features(window, pair)) for window, pair in pairs]).sign()
