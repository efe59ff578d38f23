"""The whole graph as its communities."""

from __future__ import annotations

from itertools import combinations
from math import dist

import httpx
import pytest

from tests.web.test_guard import error

pytestmark = pytest.mark.store


def test_communities_hold_every_entity_that_has_a_fact(api: httpx.Client) -> None:
    """Each once, largest first; kinds add up to the size."""
    found = api.get("/communities").json()
    tied = {end for edge in api.get("/network").json()["edges"] for end in (edge["source"], edge["target"])}
    sizes = [item["size"] for item in found["items"]]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == len(tied)
    assert [sum(item["kinds"].values()) for item in found["items"]] == sizes
    assert (found["total"], found["left_out"]) == (len(sizes), 0)
    assert found["mark"] == api.get("/changes").json()["mark"]


def test_community_is_named_for_its_best_connected(api: httpx.Client) -> None:
    """The entity with sixty neighbours leads the largest."""
    first = api.get("/communities").json()["items"][0]
    assert (first["id"], first["entities"][0]) == (0, "org-hub")
    assert first["label"].startswith("Hubwood, ")
    assert len(first["entities"]) == 3


def test_communities_do_not_overlap_and_a_limit_says_what_it_leaves_out(api: httpx.Client) -> None:
    """The largest stay, with the ties among them."""
    found = api.get("/communities").json()
    for one, two in combinations(found["items"], 2):
        assert dist((one["x"], one["y"]), (two["x"], two["y"])) > one["radius"] + two["radius"]
    few = api.get("/communities", params={"limit": 2}).json()
    assert [item["id"] for item in few["items"]] == [0, 1]
    assert (few["total"], few["left_out"]) == (found["total"], found["total"] - 2)
    assert all({tie["source"], tie["target"]} <= {0, 1} for tie in few["ties"])


def test_ties_count_the_facts_between_communities(api: httpx.Client) -> None:
    """What is not inside one lies between two."""
    found = api.get("/communities").json()
    inside = sum(len(api.get(f"/communities/{item['id']}").json()["edges"]) for item in found["items"])
    between = sum(tie["facts"] for tie in found["ties"])
    assert found["ties"]
    assert inside + between == len(api.get("/network").json()["edges"])


def test_one_community_has_its_entities_with_places(api: httpx.Client) -> None:
    """Beyond the limit the best connected stay."""
    item = api.get("/communities").json()["items"][0]
    whole = api.get("/communities/0").json()
    few = api.get("/communities/0", params={"limit": 5}).json()
    assert (len(whole["nodes"]), whole["left_out"]) == (item["size"], 0)
    assert (len(few["nodes"]), few["left_out"]) == (5, item["size"] - 5)
    assert set(item["entities"]) <= {node["id"] for node in few["nodes"]}
    assert all({"x", "y", "community"} <= set(node) for node in few["nodes"])


def test_community_that_is_not_there(api: httpx.Client) -> None:
    """Says how many there are."""
    response = api.get("/communities/9999")
    assert error(response) == (404, "UnknownName")
    assert "numbered from 0" in response.json()["remedy"]
    assert error(api.get("/communities/-1")) == (422, "UnusableValue")
