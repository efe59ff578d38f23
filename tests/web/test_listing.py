"""Lists of what there is."""

from __future__ import annotations

import httpx
import pytest

from tests.web.test_guard import error

pytestmark = pytest.mark.store


def test_entities_in_the_order_of_the_alphabet(api: httpx.Client) -> None:
    """All of them, page by page, whatever the case of their names."""
    first = api.get("/entities", params={"limit": 50}).json()
    second = api.get("/entities", params={"limit": 1000, "offset": 50}).json()
    names = [node["name"].lower() for node in (*first["items"], *second["items"])]
    assert names == sorted(names)
    assert (first["more"], second["more"]) == (True, False)
    assert first["total"] == len(names) == api.get("/health").json()["counts"]["entities"]


def test_entities_with_most_facts_first(api: httpx.Client) -> None:
    """As the nodes of a network count them."""
    found = api.get("/entities", params={"sort": "degree", "limit": 1000}).json()["items"]
    facts = [node["facts"] for node in found]
    assert facts == sorted(facts, reverse=True)
    assert found[0]["id"] == "org-hub"


def test_entities_of_a_kind(api: httpx.Client) -> None:
    """Total and items alike."""
    found = api.get("/entities", params={"kind": "Person"}).json()
    assert {node["kind"] for node in found["items"]} == {"Person"}
    assert found["total"] == len(found["items"])
    assert error(api.get("/entities", params={"kind": "Ship"})) == (422, "UnusableValue")
    assert error(api.get("/entities", params={"sort": "age"})) == (422, "UnusableValue")


def test_places_that_something_is_based_in(api: httpx.Client) -> None:
    """As many as are based there; search takes each as its country."""
    found = api.get("/countries").json()
    assert found["total"] == len(found["items"]) > 0
    seats = [edge for edge in api.get("/network").json()["edges"] if edge["predicate"] == "BASED_IN"]
    assert {item["id"]: item["entities"] for item in found["items"]} == {
        place: len({edge["source"] for edge in seats if edge["target"] == place})
        for place in {edge["target"] for edge in seats}
    }
    assert api.get("/search", params={"q": "a", "country": found["items"][0]["id"]}).status_code == 200
