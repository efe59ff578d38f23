"""The network as a drawing, in the layout of the graph page and small enough to print."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from allygraph.graph.scales import STATUSES
from allygraph.queries.records import Edge, Network, Node
from allygraph.views.page.labels import LINE_HEIGHT, Box, box_of, label_of
from allygraph.views.page.layout import place_nodes
from allygraph.views.report.records import DrawnEdge, DrawnNode, Picture
from allygraph.views.report.sentences import fact_sentence, one_line

#: More nodes than these are not legible on a printed page.
MOST_DRAWN = 60
_MARGIN = 12.0
#: Units between neighbouring lines that join the same two nodes, at their middle.
_BEND = 26.0
#: Units between the tip of an arrow and the rim of its node.
_TIP = 5.0

Point = tuple[float, float]


def draw_network(network: Network) -> Picture:
    """The nodes with most facts, at most sixty, with all facts between them."""
    nodes = _drawn(network)
    known = {node.id: node for node in nodes}
    edges = [
        edge for edge in network.edges if {edge.source, edge.target} <= known.keys() and edge.source != edge.target
    ]
    degree = Counter(end for edge in edges for end in {edge.source, edge.target})
    radius = {node.id: min(7 + 2 * math.sqrt(degree[node.id]), 20.0) for node in nodes}
    boxes = {node.id: box_of(label_of(node.name), radius[node.id]) for node in nodes}
    placed = place_nodes(boxes, [(edge.source, edge.target) for edge in edges])
    points, width, height = _moved(placed, boxes)
    statuses = {edge.status or "none" for edge in edges}
    return Picture(
        width=width,
        height=height,
        nodes=tuple(_node(node, points[node.id], radius[node.id]) for node in nodes),
        edges=_edges(edges, points, radius, known),
        statuses=tuple(status for status in (*STATUSES, "none") if status in statuses),
        kinds=tuple(sorted({node.kind for node in nodes})),
        left_out=len({node.id for node in network.nodes} - known.keys()) + network.left_out,
    )


def _drawn(network: Network) -> tuple[Node, ...]:
    """The nodes to draw, alliances that are an end of a fact among them; those without a line only if none has one."""
    degree = Counter(end for edge in network.edges for end in {edge.source, edge.target})
    alliances = (Node(one.id, one.title, "Alliance") for one in network.alliances if degree[one.id])
    ranked = sorted((*network.nodes, *alliances), key=lambda node: (-degree[node.id], node.name, node.id))
    chosen = {node.id for node in ranked[:MOST_DRAWN]}
    joined = {
        end
        for edge in network.edges
        if {edge.source, edge.target} <= chosen and edge.source != edge.target
        for end in (edge.source, edge.target)
    }
    return tuple(sorted((node for node in ranked if node.id in (joined or chosen)), key=lambda node: node.id))


def _moved(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[dict[str, Point], int, int]:
    if not points:
        return {}, 0, 0
    left = min(x - boxes[node].half_width for node, (x, _) in points.items()) - _MARGIN
    top = min(y - boxes[node].up for node, (_, y) in points.items()) - _MARGIN
    right = max(x + boxes[node].half_width for node, (x, _) in points.items()) + _MARGIN
    bottom = max(y + boxes[node].down for node, (_, y) in points.items()) + _MARGIN
    moved = {node: (x - left, y - top) for node, (x, y) in points.items()}
    return moved, math.ceil(right - left), math.ceil(bottom - top)


def _node(node: Node, point: Point, radius: float) -> DrawnNode:
    lines = tuple(label_of(node.name).split("\n"))
    x, y = round(point[0], 1), round(point[1], 1)
    labels = tuple((round(y + radius + 15 + LINE_HEIGHT * place, 1), line) for place, line in enumerate(lines))
    return DrawnNode(x, y, round(radius, 1), node.kind, labels, one_line(node.name))


def _edges(
    edges: Sequence[Edge], points: Mapping[str, Point], radius: Mapping[str, float], known: Mapping[str, Node]
) -> tuple[DrawnEdge, ...]:
    pairs = [tuple(sorted((edge.source, edge.target))) for edge in edges]
    total = Counter(pairs)
    seen: Counter[tuple[str, ...]] = Counter()
    drawn = []
    for edge, pair in zip(edges, pairs, strict=True):
        offset = (seen[pair] - (total[pair] - 1) / 2) * _BEND * 2
        seen[pair] += 1
        side = offset if edge.source == pair[0] else -offset
        start, end = points[edge.source], points[edge.target]
        tip = radius[edge.target] + (0 if edge.symmetric else _TIP)
        path = _path(start, end, radius[edge.source], tip, side)
        title = fact_sentence(edge, one_line(known[edge.source].name), one_line(known[edge.target].name))
        drawn.append(DrawnEdge(path, edge.status or "none", title, not edge.symmetric))
    return tuple(drawn)


def _path(start: Point, end: Point, from_rim: float, to_rim: float, side: float) -> str:
    """A line from rim to rim, bent to one side by `side` units at its control point."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down) or 1.0
    bend = (start[0] + across / 2 - down / length * side, start[1] + down / 2 + across / length * side)
    x1, y1 = _towards(start, bend, from_rim)
    x2, y2 = _towards(end, bend, to_rim)
    if not side:
        return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    return f"M{x1:.1f} {y1:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {x2:.1f} {y2:.1f}"


def _towards(point: Point, other: Point, distance: float) -> Point:
    across, down = other[0] - point[0], other[1] - point[1]
    length = math.hypot(across, down) or 1.0
    return point[0] + across / length * distance, point[1] + down / length * distance
