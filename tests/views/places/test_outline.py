"""An outline with places: hubs, communities, small and large."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allygraph.queries.outline import AllianceOutline, FactRecord, Outline
from allygraph.queries.records import AllianceParty, Node
from allygraph.views.places import PlacedOutline, place_outline
from tests.views.networks import random_network


def outline(pairs: list[tuple[int, int]], nodes: int, alliance: str | None = None) -> Outline:
    """Nodes with a fact for each pair; all facts belong to the alliance, of which all nodes are parties."""
    ids = [f"n{number:04}" for number in range(nodes)]
    parties = tuple(AllianceParty(identifier, identifier, None, None, None) for identifier in ids)
    made = AllianceOutline(alliance or "", "Deal", "consortium", "active", None, None, None, False, 1, parties, (), ())
    return Outline(
        nodes=tuple(Node(identifier, f"Firm {identifier}", "Organisation") for identifier in ids),
        edges=tuple(fact(number, ids[one], ids[two], alliance) for number, (one, two) in enumerate(pairs)),
        alliances=(made,) if alliance else (),
        scope="made up",
        left_out=0,
        as_of=None,
    )


def fact(number: int, source: str, target: str, alliance: str | None) -> FactRecord:
    """A partnership that nothing is known of but its ends."""
    unknown = dict.fromkeys(
        ("valid_from", "valid_to", "role", "amount", "currency", "likelihood_low", "likelihood_high", "grade")
    )
    return FactRecord(
        f"fac-{number}",
        source,
        target,
        "PARTNERS_WITH",
        True,
        "active",
        **unknown,
        confidence=1.0,
        claims=1,
        sources=1,
        origins=1,
        conflict=False,
        first_reported=None,
        last_reported=None,
        alliance=alliance,
    )


def test_alliance_of_three_parties_is_a_hub_and_one_of_two_a_line() -> None:
    """The hub has a place of its own, and its parties are a community."""
    triangle = place_outline(outline([(0, 1), (1, 2), (0, 2)], 3, "all-three"))
    assert [hub.alliance for hub in triangle.hubs] == ["all-three"]
    assert (triangle.hubs[0].x, triangle.hubs[0].y) not in {(node.x, node.y) for node in triangle.nodes}
    assert [node.community for node in triangle.nodes] == [0, 0, 0]
    assert place_outline(outline([(0, 1)], 2, "all-two")).hubs == ()


def test_parties_that_are_not_shown_do_not_count() -> None:
    """A hub with lines to nowhere would puzzle."""
    triangle = outline([(0, 1), (1, 2), (0, 2)], 3, "all-three")
    assert place_outline(replace(triangle, nodes=triangle.nodes[:2], edges=triangle.edges[:1])).hubs == ()


@pytest.mark.parametrize("size", [0, 1, 60, 1_500])
def test_places_follow_from_the_outline_alone(size: int) -> None:
    """A small drawing and a crowd, and one of nothing."""
    network = random_network(size, seed=1) if size else None
    pairs = [(int(edge.source[1:]), int(edge.target[1:])) for edge in network.edges] if network else []
    asked = outline(pairs, size)
    placed = place_outline(asked)
    assert placed == place_outline(asked)
    assert len({(node.x, node.y) for node in placed.nodes}) == size
    assert _without_fact(placed) == {node.id for node in placed.nodes} - {
        end for edge in asked.edges for end in (edge.source, edge.target)
    }


def _without_fact(placed: PlacedOutline) -> set[str]:
    return {node.id for node in placed.nodes if node.community < 0}
