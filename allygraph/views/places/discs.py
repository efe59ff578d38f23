"""Discs near those they are tied to, none on another; those that are tied to nothing in rows below."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from allygraph.views.page.packing import ASPECT
from allygraph.views.page.spacing import Point
from allygraph.views.seeding import seeded

#: Rounds of drawing the discs together and pushing them apart.
ROUNDS = 120
Numbers = NDArray[np.float64]


def place_discs(radii: Sequence[float], ties: Mapping[tuple[int, int], int], gap: float) -> list[Point]:
    """The middle of each disc, `gap` or more between any two; `ties` says how strongly two belong together."""
    tied = sorted({end for pair in ties for end in pair})
    points: dict[int, Point] = {}
    if tied:
        sizes = np.array([radii[disc] + gap / 2 for disc in tied])
        points.update(zip(tied, _tied(tied, ties, sizes), strict=True))
    alone = sorted((disc for disc in range(len(radii)) if disc not in points), key=lambda disc: (-radii[disc], disc))
    bottom = max((points[disc][1] + radii[disc] for disc in tied), default=-gap)
    width = max((points[disc][0] + radii[disc] for disc in tied), default=0.0)
    points.update(_rows(alone, radii, gap, bottom + gap, width))
    return [points[disc] for disc in range(len(radii))]


def _tied(tied: Sequence[int], ties: Mapping[tuple[int, int], int], sizes: Numbers) -> list[Point]:
    import igraph  # slow to import, only needed here

    place = {disc: number for number, disc in enumerate(tied)}
    graph = igraph.Graph(n=len(tied), edges=[(place[one], place[two]) for one, two in ties])
    weights = [1 + math.log(number) for number in ties.values()]
    with seeded():
        layout = graph.layout_fruchterman_reingold(weights=weights, niter=500, grid="nogrid")
    points = np.array(layout.coords) * 2 * sizes.mean()
    points -= points.mean(axis=0)
    for _ in range(ROUNDS):
        points *= [1 - 0.04 / ASPECT, 1 - 0.04]
        points = _pushed(points, sizes)
    points *= _stretch(points, sizes)
    return [(float(x), float(y)) for x, y in points]


def _pushed(points: Numbers, sizes: Numbers) -> Numbers:
    """The points after one push: each disc moves away from those it lies on, a large one less than a small one."""
    apart, distance, missing = _overlaps(points, sizes)
    share = sizes[None, :] / (sizes[:, None] + sizes[None, :])
    push = np.where(missing > 0, missing * share / distance, 0.0)
    moved: Numbers = points + 0.5 * (apart * push[:, :, None]).sum(axis=1)
    return moved


def _stretch(points: Numbers, sizes: Numbers) -> float:
    """By how much the drawing must grow so that no two discs overlap; 1 where none do."""
    _, distance, missing = _overlaps(points, sizes)
    return float(np.where(missing > 0, (missing + distance) / distance, 1.0).max())


def _overlaps(points: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    apart = points[:, None, :] - points[None, :, :]
    distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-6)
    missing = sizes[:, None] + sizes[None, :] - distance
    np.fill_diagonal(missing, 0.0)
    return apart, distance, missing


def _rows(discs: Sequence[int], radii: Sequence[float], gap: float, top: float, half_width: float) -> dict[int, Point]:
    """Rows from the left, as wide as what is above or as a screen is; each as high as its first disc, the largest."""
    area = sum((2 * radii[disc] + gap) ** 2 for disc in discs)
    width = max(2 * half_width, math.sqrt(area * ASPECT))
    points: dict[int, Point] = {}
    x, y, height = 0.0, top, 0.0
    for disc in discs:
        across = 2 * radii[disc] + gap
        if x > 0 and x + across > width:
            x, y, height = 0.0, y + height, 0.0
        height = max(height, across)
        points[disc] = (x + across / 2 - width / 2, y + across / 2)
        x += across
    return points
