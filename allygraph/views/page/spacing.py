"""Moves nodes apart until neither they nor their labels lie on one another."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.views.page.labels import Box

Point = tuple[float, float]


def spread(points: Sequence[Point], boxes: Sequence[Box], rounds: int = 120) -> list[Point]:
    """The points, moved as little as needed: each round parts overlapping boxes along the cheaper axis.

    Stops when nothing overlaps or after `rounds`; a crowd that needs more keeps its last overlaps.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(rounds):
        moved = False
        order = sorted(range(len(xs)), key=lambda index: (xs[index] - boxes[index].half_width, index))
        for place, first in enumerate(order):
            right = xs[first] + boxes[first].half_width
            for second in order[place + 1 :]:
                if xs[second] - boxes[second].half_width >= right:
                    break
                moved = _part(first, second, xs, ys, boxes) or moved
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _part(first: int, second: int, xs: list[float], ys: list[float], boxes: Sequence[Box]) -> bool:
    """Parts two boxes if they overlap. The step is slightly more than half, so that equal points part as well."""
    one, two = boxes[first], boxes[second]
    across = one.half_width + two.half_width - abs(xs[first] - xs[second])
    above = ys[first] <= ys[second]
    upper, lower = (first, second) if above else (second, first)
    down = ys[upper] + boxes[upper].down - (ys[lower] - boxes[lower].up)
    if across <= 0.5 or down <= 0.5:
        return False
    if across < down:
        left, right = (first, second) if xs[first] <= xs[second] else (second, first)
        xs[left] -= across * 0.51
        xs[right] += across * 0.51
    else:
        ys[upper] -= down * 0.51
        ys[lower] += down * 0.51
    return True
