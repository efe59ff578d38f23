"""Where nodes stand: apart from one another, in the same places every time."""

from __future__ import annotations

import itertools
import math

import pytest

from allygraph.queries.records import Network
from allygraph.views.page.drawing import draw
from allygraph.views.page.labels import box_of, label_of
from allygraph.views.page.layout import place_nodes
from tests.views.networks import edge, node, random_network, small_network

BOX = box_of("Firm 100", 12)


def overlapping(points: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Pairs whose signs and labels lie on one another by more than two pixels."""
    return [
        (one, two)
        for one, two in itertools.combinations(sorted(points), 2)
        if abs(points[one][0] - points[two][0]) < 2 * BOX.half_width - 2
        and abs(points[one][1] - points[two][1]) < BOX.up + BOX.down - 2
    ]


def placed(network: Network) -> dict[str, tuple[float, float]]:
    boxes = {node.id: BOX for node in network.nodes}
    return place_nodes(boxes, [(edge.source, edge.target) for edge in network.edges])


@pytest.mark.parametrize("size", [1, 2, 3, 10, 60, 200])
@pytest.mark.parametrize("seed", range(3))
def test_no_node_or_label_covers_another(size: int, seed: int) -> None:
    """Small drawings are free of overlaps."""
    assert overlapping(placed(random_network(size, seed))) == []


def test_hub_with_many_leaves_has_no_overlaps() -> None:
    """The commonest drawing, one entity and its partners, stays readable at forty partners."""
    nodes = tuple(node(number) for number in range(41))
    edges = tuple(edge(number, "n0000", f"n{number:04d}") for number in range(1, 41))
    assert overlapping(placed(Network(nodes, edges, (), scope="hub"))) == []


def test_order_of_input_does_not_matter() -> None:
    """The same nodes and edges in any order stand in the same places."""
    network = random_network(150, seed=5)
    boxes = {node.id: BOX for node in network.nodes}
    pairs = [(edge.source, edge.target) for edge in network.edges]
    turned = [(two, one) for one, two in reversed(pairs)]
    assert place_nodes(dict(reversed(boxes.items())), turned) == place_nodes(boxes, pairs)


def test_neighbours_stand_nearer_than_strangers() -> None:
    """An edge of a drawing in communities is much shorter than the way between two nodes picked at random."""
    network = random_network(400, seed=2)
    points = placed(network)
    edges = [math.dist(points[edge.source], points[edge.target]) for edge in network.edges]
    ids = sorted(points)
    strangers = [math.dist(points[one], points[two]) for one, two in zip(ids, ids[200:], strict=False)]
    assert sum(edges) / len(edges) < 0.5 * sum(strangers) / len(strangers)


def test_nodes_without_facts_stand_below_in_rows() -> None:
    """What has no fact does not stand between what has."""
    nodes = tuple(node(number) for number in range(20))
    points = placed(Network(nodes, (edge(1, "n0000", "n0001"),), (), scope="rows"))
    alone = [points[f"n{number:04d}"][1] for number in range(2, 20)]
    assert min(alone) > max(points["n0000"][1], points["n0001"][1])
    assert len(set(alone)) < 8


def test_label_is_short_and_says_that_it_was_cut() -> None:
    """Whatever a name holds, its label has three short lines at most and no control characters."""
    label = label_of("\u202eEndless\x00 " + "x" * 10_000)
    assert len(label.split("\n")) <= 3
    assert max(map(len, label.split("\n"))) <= 21
    assert label.endswith("\u2026")
    assert "\u202e" not in label
    assert "\x00" not in label


def test_label_of_a_name_without_letters_is_not_empty() -> None:
    """A node can always be read and clicked."""
    assert label_of(" \u200b ") == "(no name)"


def test_parallel_edges_bow_apart_and_single_ones_are_straight() -> None:
    """Only edges that share their ends are curved, each in its own way."""
    curves = [
        (drawn["smooth"]["enabled"], drawn["smooth"]["type"] if drawn["from"] < drawn["to"] else "turned")
        for drawn in draw(small_network())["edges"]
    ]
    assert [curved for curved, _ in curves] == [True, False, False, False, False, False, True]


def test_look_tells_direction_status_and_support() -> None:
    """Symmetric facts have no arrow, a plan is dashed, a halt is marked, more origins are wider."""
    halted, planned, holds, *_, regulated, _ = draw(small_network())["edges"]
    assert not halted["arrows"]["to"]["enabled"]
    assert holds["arrows"]["to"]["enabled"]
    assert halted["arrows"]["middle"]["type"] == "bar"
    assert planned["dashes"] != holds["dashes"]
    assert regulated["width"] > holds["width"]


def test_words_beside_an_edge_never_hide_a_plan_or_a_denial() -> None:
    """What does not simply hold says so where the relation is named."""
    labels = [drawn["label"] for drawn in draw(small_network())["edges"]]
    assert labels[:3] == ["partners with\n(halted, disputed)", "supplies\n(planned)", "halted"]


def test_fact_about_an_alliance_draws_the_alliance() -> None:
    """Where an authority halts the deal itself, the deal stands in the drawing."""
    network = small_network(edges=(edge(1, "n0003", "all-1", "HALTS"),))
    drawn = draw(network)
    assert drawn["nodes"][-1]["group"] == "Alliance"
    assert drawn["edges"][0]["to"] == len(network.nodes)


def test_fact_that_ends_nowhere_is_an_error() -> None:
    """Nothing is left out of a drawing in silence."""
    with pytest.raises(ValueError, match="'n9999'"):
        draw(small_network(edges=(edge(1, "n0001", "n9999"),)))
