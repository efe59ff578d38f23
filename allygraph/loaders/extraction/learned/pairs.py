"""What the relation head is told of a pair besides the encoder's states."""

from __future__ import annotations

from allygraph.loaders.extraction.learned.windows import KINDS, Pair, Piece

#: Pieces before the first and after the second mention that the head looks at.
ASIDE = 8
#: Bounds of the buckets of distance (pieces) and of mentions between.
_DISTANCES = (1, 4, 10, 25)
_BETWEEN = (0, 1, 2, 4)


def stretches_of(pair: Pair, length: int) -> list[tuple[int, int]]:
    """First mention, second mention, what stands between, before and after, in pieces of a window of that length."""
    first, second = pair.first, pair.second
    return [
        (first.first, first.last),
        (second.first, second.last),
        (min(first.last, second.first), second.first),
        (max(0, first.first - ASIDE), first.first),
        (second.last, min(length, second.last + ASIDE)),
    ]


def sides_of(pair: Pair) -> list[float]:
    """Kinds and namehood of both mentions, whether they stand in different passages, distance, mentions between."""
    return [
        *_sort(pair.first),
        *_sort(pair.second),
        float(pair.crossing),
        *bucket(max(0, pair.second.first - pair.first.last), _DISTANCES),
        *bucket(pair.between, _BETWEEN),
    ]


def _sort(piece: Piece) -> list[float]:
    return [*(float(piece.span.kind == kind) for kind in KINDS), float(piece.span.is_name)]


def bucket(value: int, bounds: tuple[int, ...]) -> list[float]:
    """Between which bounds a number lies, as one figure of 1 among zeros; one more than there are bounds."""
    place = next((n for n, bound in enumerate(bounds) if value <= bound), len(bounds))
    return [float(n == place) for n in range(len(bounds) + 1)]
