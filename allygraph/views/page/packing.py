"""Packs the parts of a drawing: communities as discs, unconnected components as rectangles."""

from __future__ import annotations

import math
from collections.abc import Sequence

from allygraph.views.page.spacing import Point

#: Width of a drawing to its height: that of the canvas on a common screen.
ASPECT = 1.35


def pack_discs(centres: Sequence[Point], radii: Sequence[float], rounds: int = 300) -> list[Point]:
    """The centres drawn together until the discs nearly touch, then apart until none overlap."""
    xs, ys = [x for x, _ in centres], [y for _, y in centres]
    for step in range(rounds):
        if step < rounds * 0.6:
            _draw_in(xs, ys, 0.04)
        if not _push_discs(xs, ys, radii) and step > rounds * 0.6:
            break
    return list(zip(xs, ys, strict=True))


def _draw_in(xs: list[float], ys: list[float], share: float) -> None:
    middle = sum(xs) / len(xs), sum(ys) / len(ys)
    for index in range(len(xs)):
        xs[index] += (middle[0] - xs[index]) * share / ASPECT
        ys[index] += (middle[1] - ys[index]) * share


def _push_discs(xs: list[float], ys: list[float], radii: Sequence[float]) -> bool:
    moved = False
    for one in range(len(xs)):
        for two in range(one + 1, len(xs)):
            apart = (xs[two] - xs[one], ys[two] - ys[one])
            distance = math.hypot(*apart)
            missing = radii[one] + radii[two] - distance
            if missing <= 0.5:
                continue
            moved = True
            direction = (apart[0] / distance, apart[1] / distance) if distance > 1e-6 else (1.0, 0.0)
            share = radii[two] / (radii[one] + radii[two])
            xs[one] -= direction[0] * missing * share
            ys[one] -= direction[1] * missing * share
            xs[two] += direction[0] * missing * (1 - share)
            ys[two] += direction[1] * missing * (1 - share)
    return moved


def pack_boxes(sizes: Sequence[Point]) -> list[Point]:
    """The upper left corner for each (width, height): largest first, each as high, then as far left, as it fits."""
    if not sizes:
        return []
    area = sum(width * height for width, height in sizes)
    limit = max(*(width for width, _ in sizes), math.sqrt(area * ASPECT * 1.15)) if len(sizes) > 1 else sizes[0][0]
    skyline: list[tuple[float, float, float]] = [(0.0, limit, 0.0)]  # start, end, depth
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    for index in sorted(range(len(sizes)), key=lambda index: (-sizes[index][1], -sizes[index][0], index)):
        width, height = sizes[index]
        starts = [start for start, _, _ in skyline if start + width <= limit + 1e-6]
        depth, left = min((_depth(skyline, start, start + width), start) for start in starts)
        corners[index] = (left, depth)
        skyline = _lowered(skyline, left, left + width, depth + height)
    return corners


def _depth(skyline: Sequence[tuple[float, float, float]], start: float, end: float) -> float:
    return max(depth for left, right, depth in skyline if left < end - 1e-6 and right > start + 1e-6)


def _lowered(
    skyline: Sequence[tuple[float, float, float]], start: float, end: float, depth: float
) -> list[tuple[float, float, float]]:
    parts = [(start, end, depth)]
    for left, right, was in skyline:
        if left < start:
            parts.append((left, min(right, start), was))
        if right > end:
            parts.append((max(left, end), right, was))
    return sorted(part for part in parts if part[1] - part[0] > 1e-6)
