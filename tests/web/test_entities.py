"""Finding entities, one entity, and what is around it."""

from __future__ import annotations

import httpx
import pytest

from tests.web.many import HOSTILE, NEIGHBOURS

pytestmark = pytest.mark.store


def found(api: httpx.Client, **parameters: object) -> list[str]:
    """The ids that a search gives."""
    response = api.get("/search", params={name: str(value) for name, value in parameters.items()})
    assert response.status_code == 200
    return [item["id"] for item in response.json()["items"]]


def test_search_forgives_misspellings(api: httpx.Client) -> None:
    """And finds the beginning of a name; signs alone find nothing."""
    assert found(api, q="Kapock")[0] == "org-kapok"
    assert found(api, q="dogw")[0] == "org-dogwood"
    assert found(api, q="?!") == []


def test_search_by_kind_and_country(api: httpx.Client) -> None:
    """Two of one name are told apart; a country or another place keeps those based there."""
    assert found(api, q="spruce", kind="Product") == ["pro-spruce"]
    assert found(api, q="alder", country="York") == ["org-alder"]
    assert found(api, q="alder birch", country="pla-york") == ["org-alder"]


def test_search_is_paged(api: httpx.Client) -> None:
    """Each page begins where the one before ends, and the last says so."""
    pages = [api.get("/search", params={"q": "twig", "limit": 25, "offset": start}).json() for start in (0, 25, 50)]
    assert [page["more"] for page in pages] == [True, True, False]
    assert len({item["id"] for page in pages for item in page["items"]}) == NEIGHBOURS


def test_entity_counts_its_facts_by_relation(api: httpx.Client) -> None:
    """In both directions; a name will do for the id, also that of an entity that was merged."""
    entity = api.get("/entities/Hubwood").json()
    assert entity["relations"] == [
        {"relation": "OWNS", "outgoing": True, "facts": NEIGHBOURS},
        {"relation": "SUPPLIES", "outgoing": True, "facts": 1},
    ]
    assert (entity["id"], entity["kind"], entity["claims"]) == ("org-hub", "Organisation", 200)
    assert api.get("/entities/org-0123456789abcdef").json()["name"] == "Hazel Group"


def test_facts_of_an_entity_are_paged_and_filtered(api: httpx.Client) -> None:
    """By relation, then by the name of the other end, with both names."""
    page = api.get("/entities/org-dogwood/facts", params={"limit": 2, "offset": 3}).json()
    assert [(item["fact"]["predicate"], item["source_name"], item["target_name"]) for item in page["items"]] == [
        ("PARTNERS_WITH", "Dogwood Mining", "Elm Chips"),
        ("PARTNERS_WITH", "Dogwood Mining", "Fir Chips"),
    ]
    assert (page["total"], page["more"], page["offset"]) == (5, False, 3)
    owned = api.get("/entities/org-dogwood/facts", params={"relation": "OWNS"}).json()
    assert [item["fact"]["id"] for item in owned["items"]] == ["fac-13"]
    beyond = api.get("/entities/org-dogwood/facts", params={"offset": 99}).json()
    assert (beyond["items"], beyond["more"]) == ([], False)


def test_neighbours_come_best_connected_first_with_the_number_left(api: httpx.Client) -> None:
    """What a badge such as "+51 more" needs."""
    around = api.get("/entities/org-hub/neighbours", params={"limit": 10}).json()
    assert (len(around["nodes"]), around["total"], around["left"]) == (11, NEIGHBOURS + 1, NEIGHBOURS - 9)
    assert "org-fir" in {node["id"] for node in around["nodes"]}
    last = api.get("/entities/org-hub/neighbours", params={"limit": 10, "offset": 60}).json()
    assert (len(last["nodes"]), last["left"]) == (2, 0)


def test_neighbours_bring_the_facts_among_them(api: httpx.Client) -> None:
    """Also those between two neighbours; a relation chooses neighbours, not what is between them."""
    around = api.get("/entities/org-fir/neighbours").json()
    assert [edge["id"] for edge in around["edges"]] == ["fac-16", "fac-17", "fac-18", "fac-many"]
    rivals = api.get("/entities/org-dogwood/neighbours", params={"relation": ["PARTNERS_WITH"]}).json()
    assert [edge["id"] for edge in rivals["edges"]] == ["fac-16", "fac-17", "fac-18"]
    assert {node["id"] for node in rivals["nodes"]} == {"org-dogwood", "org-elm", "org-fir"}


def test_evidence_of_an_entity_is_paged(api: httpx.Client) -> None:
    """Claims in which it is any of the ends, the denial last."""
    page = api.get("/entities/org-elm/evidence").json()
    assert page["total"] == 5
    assert page["items"][-1]["id"] == "cla-31"
    assert len(api.get("/entities/org-hub/evidence", params={"limit": 30}).json()["items"]) == 30


@pytest.mark.parametrize("identifier", HOSTILE)
def test_hostile_names_are_text(api: httpx.Client, identifier: str) -> None:
    """They leave exactly as they are stored, as JSON that no browser takes for a page."""
    response = api.get(f"/entities/{identifier}")
    assert response.json()["name"] == HOSTILE[identifier]
    assert response.headers["content-type"] == "application/json"
