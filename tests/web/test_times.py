"""When things happened, whether anything changed, and what describes the interface."""

from __future__ import annotations

import os
from typing import Any

import httpx
import pytest

import allygraph
from allygraph.graph.version import __version__
from allygraph.web.access import Access
from allygraph.web.application import app

pytestmark = pytest.mark.store


def test_events_by_year(api: httpx.Client) -> None:
    """Status events by status, and facts that begin; undated ones last."""
    periods = {item["period"]: item for item in api.get("/events").json()["items"]}
    assert periods["2017"] == {"period": "2017", "events": {"planned": 1, "signed": 1}, "facts": 3}
    assert periods["2018"] == {"period": "2018", "events": {"halted": 1}, "facts": 2}
    assert list(periods) == ["2016", "2017", "2018", "2019", "2020", None]


def test_events_by_month(api: httpx.Client) -> None:
    """What is dated by its year alone stands in a period of that year."""
    periods = {item["period"]: item["events"] for item in api.get("/events", params={"by": "month"}).json()["items"]}
    assert (periods["2017-09"], periods["2018"], periods["2020-12"]) == (
        {"planned": 1, "signed": 1},
        {"halted": 1},
        {"ended": 1},
    )


def test_timeline_begins_with_the_first_alliance(api: httpx.Client) -> None:
    """Undated alliances come last; of one entity only its own."""
    page = api.get("/timeline").json()
    assert [alliance["id"] for alliance in page["items"]] == [
        "all-stopped",
        "all-venture",
        "all-custody",
        "all-elm",
        "all-fir",
        "all-larch",
    ]
    own = api.get("/timeline", params={"entity": "Birch Trust", "limit": 1, "offset": 1}).json()
    assert [alliance["title"] for alliance in own["items"]] == ["Custody of Alder at Birch"]
    assert (own["total"], own["more"]) == (2, False)


def test_health_counts_what_there_is(api: httpx.Client, graph: allygraph.Workspace) -> None:
    """A fact that points at an alliance repeats those that point at its parties, and is not counted."""
    health = api.get("/health").json()
    assert (health["version"], health["database"]) == (__version__, graph.store.version())
    assert health["counts"]["alliances"] == 6
    assert health["counts"]["facts"] == 29 + 60 + 1


def test_mark_changes_with_the_graph_and_only_then(api: httpx.Client, graph: allygraph.Workspace) -> None:
    """Whoever wrote, and whatever: a second window asks for it again and again."""
    mark = api.get("/changes").json()["mark"]
    api.get("/network")
    assert api.get("/changes", params={"since": mark}).json() == {"mark": mark, "changed": False}
    graph.store.write("MATCH (e:Entity {id: 'org-elm'}) SET e.seen = 1")
    graph.store.write("MATCH (e:Entity {id: 'org-elm'}) REMOVE e.seen")
    assert api.get("/changes", params={"since": mark}).json()["changed"]


def test_every_route_is_described(api: httpx.Client) -> None:
    """With what it gives, what it may answer instead, and what each parameter means."""
    described: dict[str, Any] = api.get("/openapi.json").json()
    routes = [route for path in described["paths"].values() for route in path.values()]
    assert len(routes) == 52
    for route in routes:
        assert route["description"]
        [given] = [response for status, response in route["responses"].items() if status.startswith("2")]
        kinds = given["content"]
        assert kinds
        assert "application/json" not in kinds or kinds["application/json"]["schema"].keys() & {"$ref", "anyOf"}
        assert route["responses"]["404"]["content"]["application/json"]["schema"] == {
            "$ref": "#/components/schemas/Problem"
        }


def test_nothing_is_reported_to_others(graph: allygraph.Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment asks of the web framework: no traces, no numbers, no errors leave this machine."""
    monkeypatch.setitem(os.environ, "FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setitem(os.environ, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    made = app(graph, Access("t" * 40))
    assert not made._native_telemetry.enabled()
    assert not made._telemetry["auto_configure"]
