"""A part of the graph in outline, with a place for all that is drawn of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allygraph.queries.outline import AllianceOutline, FactRecord, Outline
from allygraph.queries.records import Node
from allygraph.views.page.drawing import ROOMY, size_of
from allygraph.views.page.labels import box_of, label_of
from allygraph.views.page.layout import place_nodes
from allygraph.views.page.spacing import Point
from allygraph.views.places.communities import find_communities, membership
from allygraph.views.places.crowd import place_crowd

#: Nodes up to which labels are kept free of one another as in a graph page: a second and a half on one core.
LABELLED = 1_200
#: Parties from which on an alliance is drawn as a node of its own: lines between all of them would hide it.
HUB_PARTIES = 3


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """An entity and its place in pixels; `community` is a number, 0 the largest, -1 for one without a fact here."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    facts: int
    x: float
    y: float
    community: int


@dataclass(frozen=True, slots=True)
class Hub:
    """The place of an alliance (id) that is drawn as a node, with a line to each of its parties."""

    alliance: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedOutline:
    """What `Outline` holds, with places; `hubs` are the alliances of three or more parties among the nodes."""

    nodes: tuple[PlacedNode, ...]
    edges: tuple[FactRecord, ...]
    alliances: tuple[AllianceOutline, ...]
    scope: str
    left_out: int
    as_of: str | None
    hubs: tuple[Hub, ...]


def place_outline(outline: Outline) -> PlacedOutline:
    """The outline with a place for every node and hub; the same outline gives the same places."""
    hubs = _hubs(outline)
    names = {node.id: node.name for node in outline.nodes} | {hub.id: hub.title for hub in hubs}
    ids = sorted(names)
    place = {identifier: number for number, identifier in enumerate(ids)}
    pairs = [(place[one], place[two]) for one, two in _lines(outline.edges, hubs, place)]
    communities = find_communities(len(ids), pairs)
    points = _points(ids, names, pairs, communities)
    home = _numbered(membership(len(ids), communities), [place[node.id] for node in outline.nodes])
    return PlacedOutline(
        nodes=tuple(_placed(node, points[place[node.id]], home[place[node.id]]) for node in outline.nodes),
        edges=outline.edges,
        alliances=outline.alliances,
        scope=outline.scope,
        left_out=outline.left_out,
        as_of=outline.as_of,
        hubs=tuple(Hub(hub.id, *points[place[hub.id]]) for hub in hubs),
    )


def _hubs(outline: Outline) -> list[AllianceOutline]:
    shown = {node.id for node in outline.nodes}
    return [
        alliance
        for alliance in outline.alliances
        if len({party.id for party in alliance.parties} & shown) >= HUB_PARTIES
    ]


def _lines(
    edges: Sequence[FactRecord], hubs: Sequence[AllianceOutline], place: Mapping[str, int]
) -> list[tuple[str, str]]:
    """The ends of all lines: the facts but those that a hub stands for, and each hub with its parties."""
    drawn = {hub.id for hub in hubs}
    lines = [(edge.source, edge.target) for edge in edges if edge.alliance not in drawn]
    return lines + [(hub.id, party.id) for hub in hubs for party in hub.parties if party.id in place]


def _points(
    ids: Sequence[str], names: Mapping[str, str], pairs: Sequence[tuple[int, int]], communities: Sequence[list[int]]
) -> list[Point]:
    degrees = Counter(end for pair in pairs for end in pair)
    if len(ids) > LABELLED:
        found = place_crowd(len(ids), pairs, communities, spacing=3 * size_of(4, len(ids)))
        return [(float(round(x)), float(round(y))) for x, y in found]
    room = min(1.0, math.sqrt(ROOMY / max(len(ids), 1)))
    boxes = {
        identifier: box_of(label_of(names[identifier]), size_of(degrees[number], len(ids)), room)
        for number, identifier in enumerate(ids)
    }
    points = place_nodes(boxes, [(ids[one], ids[two]) for one, two in pairs])
    return [points[identifier] for identifier in ids]


def _numbered(home: Sequence[int], entities: Sequence[int]) -> list[int]:
    """The communities by the number of their entities: hubs helped to find them, and do not count."""
    sizes = Counter(home[entity] for entity in entities if home[entity] >= 0)
    order = {number: rank for rank, (number, _) in enumerate(sorted(sizes.items(), key=lambda one: (-one[1], one[0])))}
    return [order.get(number, -1) for number in home]


def _placed(node: Node, point: Point, community: int) -> PlacedNode:
    return PlacedNode(node.id, node.name, node.kind, node.aliases, node.facts, *point, community)
