"""A large component in communities: each drawn by itself, then packed as a disc near those it has facts with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from allygraph.views.page.labels import Box
from allygraph.views.page.packing import pack_discs
from allygraph.views.page.spacing import Point, spread

#: A community up to this many nodes is drawn by springs between all pairs, a larger one by forces along edges.
SPRINGS = 120
#: Pixels between the discs of two communities.
GUTTER = 30.0
#: Turns tried for each community, each also mirrored.
TURNS = 16


def place_communities(graph: Any, boxes: Sequence[Box], length: float) -> list[Point]:
    """A point for each vertex of a connected graph; `length` is the wanted length of an edge in pixels."""
    found = graph.community_leiden(objective_function="modularity", n_iterations=10)
    parts = [list(part) for part in found]
    inner = [_placed(graph.induced_subgraph(part), [boxes[member] for member in part], length) for part in parts]
    radii = [max(math.hypot(x, y) for x, y in points) + GUTTER / 2 for part, points in zip(parts, inner, strict=True)]
    home = list(found.membership)
    bridges = [edge.tuple for edge in graph.es if home[edge.source] != home[edge.target]]
    centres = pack_discs(_centres(len(parts), home, bridges, radii), radii)
    points: list[Point] = [(0.0, 0.0)] * graph.vcount()
    for part, centre, own in zip(parts, centres, inner, strict=True):
        for member, (x, y) in zip(part, own, strict=True):
            points[member] = (centre[0] + x, centre[1] + y)
    return _turned_to_neighbours(points, parts, centres, bridges)


def _placed(part: Any, boxes: Sequence[Box], length: float) -> list[Point]:
    """The points of a community about their middle."""
    many = part.vcount() > SPRINGS
    layout = part.layout_fruchterman_reingold(niter=500) if many else part.layout_kamada_kawai()
    points = spread([(x * length, y * length) for x, y in layout.coords], boxes)
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return [(x - middle[0], y - middle[1]) for x, y in points]


def _centres(
    count: int, home: Sequence[int], bridges: Sequence[tuple[int, int]], radii: Sequence[float]
) -> list[Point]:
    import igraph  # slow to import, only needed here

    weights = Counter(tuple(sorted((home[one], home[two]))) for one, two in bridges)
    pairs = sorted(weights)
    graph = igraph.Graph(n=count, edges=pairs)
    graph.es["weight"] = [1 + math.log(weights[pair]) for pair in pairs]
    size = 2 * sum(radii) / len(radii)
    layout = graph.layout_fruchterman_reingold(weights="weight", niter=1000)
    return [(x * size, y * size) for x, y in layout.coords]


def _turned_to_neighbours(
    points: list[Point], parts: Sequence[list[int]], centres: Sequence[Point], bridges: Sequence[tuple[int, int]]
) -> list[Point]:
    """Turns and mirrors each disc, twice over all, so that the edges between communities become short."""
    home = {member: number for number, part in enumerate(parts) for member in part}
    outside: list[list[tuple[int, int]]] = [[] for _ in parts]
    for one, two in bridges:
        outside[home[one]].append((one, two))
        outside[home[two]].append((two, one))
    for _ in range(2):
        for part, centre, ends in zip(parts, centres, outside, strict=True):
            own = {member: (points[member][0] - centre[0], points[member][1] - centre[1]) for member in part}
            turns = [(turn * 2 * math.pi / TURNS, side) for turn in range(TURNS) for side in (1, -1)]
            best = min(turns, key=lambda turn: (_reach(own, centre, ends, points, turn), turn))
            for member in part:
                x, y = _turn(own[member], best)
                points[member] = (centre[0] + x, centre[1] + y)
    return points


def _turn(point: Point, turn: tuple[float, int]) -> Point:
    angle, side = turn
    x, y = point[0] * side, point[1]
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


def _reach(
    own: dict[int, Point], centre: Point, ends: list[tuple[int, int]], points: list[Point], turn: tuple[float, int]
) -> float:
    """The summed length of the edges that leave a turned disc, rounded so that equal turns compare equal."""
    total = 0.0
    for inside, there in ends:
        x, y = _turn(own[inside], turn)
        total += math.hypot(centre[0] + x - points[there][0], centre[1] + y - points[there][1])
    return round(total, 3)
