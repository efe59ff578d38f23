"""The graph in outline: whole, around entities, at a time; and how two are connected."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.store


def network(api: httpx.Client, **wanted: object) -> dict[str, Any]:
    """What a network asked for by POST holds."""
    response = api.post("/network", json=wanted)
    assert response.status_code == 200
    outline: dict[str, Any] = response.json()
    return outline


def test_whole_graph_says_what_a_limit_leaves_out(api: httpx.Client) -> None:
    """Facts and alliances of what is kept."""
    whole = api.get("/network").json()
    few = api.get("/network", params={"limit": 10}).json()
    assert (whole["left_out"], len(whole["alliances"])) == (0, 6)
    assert few["left_out"] == len(whole["nodes"]) - 10
    assert few["scope"] == "the whole graph"


def test_network_counts_evidence_and_does_not_hold_it(api: httpx.Client) -> None:
    """The claims of an edge are asked for when it is clicked."""
    edges = {edge["id"]: edge for edge in network(api, entities=["org-fir"])["edges"]}
    assert {edge: edges[edge]["claims"] for edge in edges} == {"fac-16": 2, "fac-17": 1, "fac-18": 1, "fac-many": 200}
    assert (edges["fac-17"]["conflict"], edges["fac-17"]["symmetric"]) == (True, True)
    assert "evidence" not in edges["fac-17"]


def test_network_of_chosen_relations_and_time(api: httpx.Client) -> None:
    """As of a day, and only some relations; names stand for entities."""
    then = network(api, entities=["Birch Trust"], as_of="2017-09-11")
    assert [edge["id"] for edge in then["edges"]] == ["fac-05"]
    owners = network(api, entities=["Dogwood Mining"], relations=["OWNS"], depth=2)
    assert [edge["id"] for edge in owners["edges"]] == ["fac-12", "fac-13"]
    assert then["as_of"] == "2017-09-11"


def test_facts_among_chosen_entities_alone(api: httpx.Client) -> None:
    """Depth 0: what a page needs that shows certain entities."""
    among = network(api, entities=["org-elm", "org-fir", "org-alder"], depth=0)
    assert [edge["id"] for edge in among["edges"]] == ["fac-18"]


def test_alliance_has_parties_ventures_and_events(api: httpx.Client) -> None:
    """In outline, as in a network."""
    alliance = api.get("/alliances/all-venture").json()
    assert [(party["id"], party["contributes"]) for party in alliance["parties"]] == [
        ("org-alder", 80_000_000.0),
        ("org-birch", 20_000_000.0),
    ]
    assert alliance["creates"] == [{"id": "org-cedar", "name": "Cedar Venture"}]
    assert alliance["events"] == [{"status": "signed", "date": "2017-09-12", "by": [], "claims": 3}]
    assert alliance in api.get("/network").json()["alliances"]


def test_chains_between_two_entities(api: httpx.Client) -> None:
    """One row per step, and the entities on the way for the graph."""
    table = api.get("/chains", params={"from": "Larch Bank", "to": "Elm Chips"}).json()
    assert [column["name"] for column in table["columns"]][:3] == ["chain", "step", "from"]
    assert len(table["rows"]) == 4
    assert set(table["entities"]) == {"org-larch", "org-alder", "pro-root", "org-dogwood", "org-elm"}


def test_common_partners(api: httpx.Client) -> None:
    """Who is allied with both."""
    table = api.get("/common", params={"left": "Elm Chips", "right": "Fir Chips"}).json()
    assert [row[:2] for row in table["rows"]] == [["org-dogwood", "Dogwood Mining"]]
    assert table["entities"] == ["org-dogwood"]
