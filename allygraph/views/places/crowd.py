"""Places for very many nodes, which are seen from afar: each community a disc of its own, without room for labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from allygraph.views.page.spacing import Point
from allygraph.views.places.communities import bridges, membership, subgraph
from allygraph.views.places.discs import place_discs
from allygraph.views.seeding import seeded

#: Nodes up to which a community is drawn by a hundred steps; in a larger crowd fewer, as all of it takes as long.
PATIENT = 20_000


def place_crowd(
    count: int, pairs: Sequence[tuple[int, int]], communities: Sequence[Sequence[int]], spacing: float
) -> list[Point]:
    """A point for each of the nodes 0 to `count`; `spacing` is how far apart neighbours in a disc are, in pixels.

    O(n log n) but for the communities, which are compared each with each.
    """
    alone = sorted(set(range(count)).difference(*communities))
    groups = [*communities, *([alone] if alone else [])]
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for one, two in sorted({(min(pair), max(pair)) for pair in pairs}):
        neighbours[one].append(two)
        neighbours[two].append(one)
    radii = [spacing * math.sqrt(len(group) / math.pi) for group in groups]
    centres = place_discs(radii, bridges(membership(count, groups), pairs), gap=2 * spacing)
    steps = 100 if count <= PATIENT else 30
    points: list[Point] = [(0.0, 0.0)] * count
    for group, (x, y), radius in zip(groups, centres, radii, strict=True):
        for member, (dx, dy) in zip(group, _disc(subgraph(group, neighbours), radius, steps), strict=True):
            points[member] = (x + dx, y + dy)
    return points


def _disc(graph: Any, radius: float, steps: int) -> list[Point]:
    """The nodes of one community in a disc: each in its direction from the middle, and all with the same room."""
    if not graph.ecount():
        return _spiral(graph.vcount(), radius)
    with seeded():
        points = graph.layout_fruchterman_reingold(niter=steps).coords
    middle = [sum(point[axis] for point in points) / len(points) for axis in (0, 1)]
    around = [(x - middle[0], y - middle[1]) for x, y in points]
    order = sorted(range(len(around)), key=lambda node: (math.hypot(*around[node]), node))
    placed: list[Point] = [(0.0, 0.0)] * len(around)
    for rank, node in enumerate(order):
        distance, angle = radius * math.sqrt((rank + 0.5) / len(around)), math.atan2(around[node][1], around[node][0])
        placed[node] = (distance * math.cos(angle), distance * math.sin(angle))
    return placed


def _spiral(count: int, radius: float) -> list[Point]:
    """Nodes without a tie, evenly: like the seeds of a sunflower, each a golden angle further than the one before."""
    turn = math.pi * (3 - math.sqrt(5))
    return [
        (distance * math.cos(turn * place), distance * math.sin(turn * place))
        for place in range(count)
        for distance in [radius * math.sqrt((place + 0.5) / count)]
    ]
