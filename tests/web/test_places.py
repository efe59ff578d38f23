"""Networks with places and communities."""

from __future__ import annotations

from typing import Any

import httpx

import allygraph
from tests.web.test_guard import error
from tests.web.test_networks import network


def test_every_node_has_a_place_of_its_own(api: httpx.Client) -> None:
    """And the rest of the answer is the same as without places."""
    placed = api.get("/network", params={"places": True}).json()
    plain = api.get("/network").json()
    points = [(node.pop("x"), node.pop("y")) for node in placed["nodes"]]
    assert len(set(points)) == len(points)
    for node in placed["nodes"]:
        node.pop("community")
    placed.pop("hubs")
    assert placed == plain


def test_communities_are_numbered_from_the_largest(api: httpx.Client) -> None:
    """An entity with its sixty neighbours is one; what has no fact is in none."""
    nodes = {node["id"]: node for node in network(api, places=True)["nodes"]}
    sizes: dict[int, int] = {}
    for node in nodes.values():
        sizes[node["community"]] = sizes.get(node["community"], 0) + 1
        assert (node["community"] == -1) == (node["facts"] == 0)
    assert nodes["org-hub"]["community"] == nodes["org-n1"]["community"] == 0
    assert [sizes[number] for number in sorted(sizes) if number >= 0] == sorted(
        (size for number, size in sizes.items() if number >= 0), reverse=True
    )


def test_places_are_the_same_after_the_graph_has_changed(api: httpx.Client, graph: allygraph.Workspace) -> None:
    """They follow from the graph alone, and a change elsewhere in the store makes the answer anew."""
    before = api.get("/network", params={"places": True}).json()
    graph.cypher("CREATE (:Entity:Organisation {id: 'org-new', name: 'New', kind: 'Organisation'})", write=True)
    with_new = api.get("/network", params={"places": True}).json()
    graph.cypher("MATCH (entity:Entity {id: 'org-new'}) DELETE entity", write=True)
    assert len(with_new["nodes"]) == len(before["nodes"]) + 1
    assert api.get("/network", params={"places": True}).json() == before


def test_errors_are_told_with_places_too(api: httpx.Client) -> None:
    """And told again."""
    for _ in range(2):
        assert error(api.post("/network", json={"entities": ["org-none"], "places": True})) == (404, "UnknownName")


def test_description_says_what_places_add(api: httpx.Client) -> None:
    """In the interface's own description."""
    schemas: dict[str, Any] = api.get("/openapi.json").json()["components"]["schemas"]
    assert {"x", "y", "community"} <= set(schemas["PlacedNode"]["properties"])
    assert "hubs" in schemas["PlacedOutline"]["properties"]
