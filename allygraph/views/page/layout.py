"""Where the nodes stand: near those they have facts with, the same for the same network.

Components are drawn apart. A large one is cut into communities (Leiden), each drawn by itself and packed as a disc, so
that a reader sees groups and not a ball. Nodes without a fact stand in rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from allygraph.views.page.communities import place_communities
from allygraph.views.page.labels import Box
from allygraph.views.page.packing import ASPECT, pack_boxes
from allygraph.views.page.spacing import Point, spread
from allygraph.views.seeding import seeded

#: A component up to this many nodes is drawn whole.
WHOLE = 70
#: Nodes above which a drawing is seen from afar: edges become shorter.
CROWD = 100
#: Pixels between components.
GAP = 34.0


def place_nodes(boxes: Mapping[str, Box], pairs: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """A point in whole pixels for each node; `pairs` are the ends of the edges, in any order, also more than once."""
    import igraph  # slow to import, only needed here

    ids = sorted(boxes)
    index = {identifier: place for place, identifier in enumerate(ids)}
    joined = sorted({tuple(sorted((index[one], index[two]))) for one, two in pairs if one != two})
    with seeded():
        graph = igraph.Graph(n=len(ids), edges=joined)
        room = [boxes[identifier] for identifier in ids]
        parts = [(list(part), _component(graph, list(part), room)) for part in graph.components() if len(part) > 1]
    points = _packed(parts, room)
    alone = [place for place in range(len(ids)) if graph.degree(place) == 0]
    points.update(zip(alone, _rows([room[place] for place in alone], list(points.values())), strict=True))
    return {ids[place]: (float(round(x)), float(round(y))) for place, (x, y) in sorted(points.items())}


def edge_length(nodes: int) -> float:
    """Pixels of an edge in a drawing of so many nodes: few nodes leave room for the words of the relations."""
    if nodes > CROWD:
        return max(80.0, 100.0 * math.pow(CROWD / nodes, 0.15))
    return max(100.0, min(230.0, 270.0 - 20.0 * math.sqrt(nodes)))


def _component(graph: Any, members: list[int], room: Sequence[Box]) -> list[Point]:
    part = graph.induced_subgraph(members)
    boxes = [room[member] for member in members]
    length = edge_length(len(room))
    if len(members) <= WHOLE:
        layout = part.layout_kamada_kawai(maxiter=200 * len(members))
        points = [(x * length, y * length) for x, y in layout.coords]
    else:
        points = place_communities(part, boxes, length)
    return spread(_turned(points), boxes)


def _turned(points: list[Point]) -> list[Point]:
    """The points turned about their middle so that they stretch from left to right, as screens and labels do."""
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    moved = [(x - middle[0], y - middle[1]) for x, y in points]
    angle = 0.5 * math.atan2(2 * sum(x * y for x, y in moved), sum(x * x - y * y for x, y in moved))
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in moved]


def _rows(boxes: Sequence[Box], above: Sequence[Point]) -> list[Point]:
    """Rows of equal cells below what is drawn and about as wide."""
    if not boxes:
        return []
    width = max(box.half_width for box in boxes) * 2.2
    height = max(box.up + box.down for box in boxes)
    left, right = min((x for x, _ in above), default=0.0), max((x for x, _ in above), default=0.0)
    bottom = max((y for _, y in above), default=0.0)
    fitting = max((right - left) / width + 1, math.sqrt(len(boxes) * ASPECT * height / width))
    rows = math.ceil(len(boxes) / max(1, round(fitting)))
    columns = math.ceil(len(boxes) / rows)
    start = (left + right - (columns - 1) * width) / 2
    return [
        (start + (place % columns) * width, bottom + 2 * GAP + height / 2 + (place // columns) * height)
        for place in range(len(boxes))
    ]


def _packed(parts: Sequence[tuple[list[int], list[Point]]], room: Sequence[Box]) -> dict[int, Point]:
    corners, sizes = [], []
    for members, points in parts:
        drawn = [(x, y, room[member]) for member, (x, y) in zip(members, points, strict=True)]
        left, top = min(x - box.half_width for x, _, box in drawn), min(y - box.up for _, y, box in drawn)
        right, bottom = max(x + box.half_width for x, _, box in drawn), max(y + box.down for _, y, box in drawn)
        corners.append((left, top))
        sizes.append((right - left + GAP, bottom - top + GAP))
    placed: dict[int, Point] = {}
    for (members, points), (left, top), (x0, y0) in zip(parts, corners, pack_boxes(sizes), strict=True):
        for member, (x, y) in zip(members, points, strict=True):
            placed[member] = (x - left + x0, y - top + y0)
    return placed
