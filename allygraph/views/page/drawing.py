"""The drawing that pyvis makes of a network: nodes and edges as vis-network takes them, places and shapes fixed.

pyvis is kept to what is safe and works offline: it builds the nodes and edges and brings vis-network along. Its own
HTML is not used: it fetches from other hosts and runs script from names. Nodes and edges are numbered by their place
in `Network`, so no id of the graph becomes a key in the page.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from allygraph.queries.records import Edge, Network
from allygraph.views.page.labels import box_of, label_of
from allygraph.views.page.layout import place_nodes
from allygraph.views.wording import relation_words

#: A shape for each kind, so that colour is not needed to tell them apart.
SHAPES: Mapping[str, str] = {
    "Organisation": "dot",
    "Person": "triangle",
    "Product": "square",
    "Place": "diamond",
    "Alliance": "hexagon",
}
#: Dashes for each status, in pixels drawn and left out; solid for what holds.
DASHES: Mapping[str | None, list[int] | bool] = {
    "planned": [7, 6],
    "announced": [16, 6],
    "signed": False,
    "active": False,
    "halted": [7, 6],
    "ended": [2, 5],
    None: [2, 5],
}
#: Nodes up to which every label has its room; in a larger drawing the page shows those that fit as one zooms in.
ROOMY = 90
#: How far parallel edges bow, as a share of their length, from one to the next.
BOW = 0.3
#: Characters of words beside an edge.
WORDS = 34


def draw(network: Network) -> dict[str, list[dict[str, Any]]]:
    """`nodes` and `edges` for vis-network, in the order of the network; `id`, `from` and `to` are places in it.

    Alliances that a fact points at follow the entities, in their order.
    """
    from pyvis.network import Network as Drawing  # imports IPython

    ends = drawn_nodes(network)
    place = {identifier: number for number, (identifier, _, _) in enumerate(ends)}
    degrees = _degrees(network)
    sizes = [size_of(degrees[identifier], len(ends)) for identifier, _, _ in ends]
    labels = [label_of(name) for _, name, _ in ends]
    room = min(1.0, math.sqrt(ROOMY / max(len(ends), 1)))
    boxes = {end[0]: box_of(label, size, room) for end, label, size in zip(ends, labels, sizes, strict=True)}
    points = place_nodes(boxes, [(edge.source, edge.target) for edge in network.edges])
    drawing = Drawing(directed=True)
    for number, (identifier, _, kind) in enumerate(ends):
        x, y = points[identifier]
        shape = SHAPES.get(kind, "dot")
        drawing.add_node(number, labels[number], shape, group=kind, size=sizes[number], x=x, y=y)
    bows = _bows(network.edges)
    for number, edge in enumerate(network.edges):
        drawing.add_edge(place[edge.source], place[edge.target], id=number, **_look(edge, bows[number]))
    nodes, edges, *_ = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges}


def drawn_nodes(network: Network) -> list[tuple[str, str, str]]:
    """The id, name and kind of all that is drawn: the entities, then the alliances that are an end of a fact.

    Raises ValueError when a fact ends at something that is not in the network.
    """
    found = [(node.id, node.name, node.kind) for node in network.nodes]
    known = {identifier for identifier, _, _ in found}
    ends = {end for edge in network.edges for end in (edge.source, edge.target)} - known
    found += [(alliance.id, alliance.title, "Alliance") for alliance in network.alliances if alliance.id in ends]
    missing = sorted(ends - {identifier for identifier, _, _ in found})
    if missing:
        raise ValueError(f"A fact ends at {missing[0]!r}, which is not in the network ({len(missing)} such ends).")
    return found


def engine_script() -> str:
    """The vis-network that pyvis brings along (9.1.2), as JavaScript."""
    return files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")


def _degrees(network: Network) -> Mapping[str, int]:
    degrees: dict[str, int] = defaultdict(int)
    for edge in network.edges:
        degrees[edge.source] += 1
        degrees[edge.target] += 1
    return degrees


def _bows(edges: Sequence[Edge]) -> list[float]:
    """How each edge bows, positive to its right: 0 for one alone, else apart from the others of the same pair."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        pairs[min(edge.source, edge.target), max(edge.source, edge.target)].append(number)
    bows = [0.0] * len(edges)
    for (low, _), numbers in pairs.items():
        for place, number in enumerate(numbers):
            bow = (place - (len(numbers) - 1) / 2) * min(BOW, 1.2 / len(numbers))
            bows[number] = round(bow if edges[number].source == low else -bow, 3)
    return bows


def _look(edge: Edge, bow: float) -> dict[str, Any]:
    marks: dict[str, Any] = {"to": {"enabled": not edge.symmetric, "scaleFactor": 0.6}}
    if edge.status == "halted":
        marks["middle"] = {"enabled": True, "type": "bar", "scaleFactor": 0.7}
    words = relation_words(edge.predicate, edge.role)
    if edge.predicate == "HAS_ROLE" and edge.role:
        words = edge.role
    label = words if len(words) <= WORDS else words[: WORDS - 1] + "\u2026"
    return {
        "label": label_of_edge(label, edge),
        "arrows": marks,
        "dashes": DASHES.get(edge.status, False),
        "width": width_of(edge.origins),
        "smooth": {"enabled": bool(bow), "type": "curvedCW" if bow > 0 else "curvedCCW", "roundness": abs(bow)},
    }


def size_of(facts: int, nodes: int) -> float:
    """The radius of a sign in pixels: its area grows with its facts (up to 36), all are larger in a large drawing."""
    return round((9 + 3.2 * math.sqrt(min(facts, 36))) * math.pow(max(1.0, nodes / 150), 0.22), 1)


def width_of(origins: int) -> float:
    """Pixels of an edge: wider with each doubling of the independent origins, up to sixteen."""
    return round(1.6 + 1.2 * math.log2(min(max(origins, 1), 16)), 2)


def label_of_edge(words: str, edge: Edge) -> str:
    """The words beside an edge; what does not simply hold says so in a second line."""
    holds = edge.status in ("signed", "active", None)
    notes = [*([] if holds else [str(edge.status)]), *(["disputed"] if edge.conflict else [])]
    return f"{words}\n({', '.join(notes)})" if notes else words
