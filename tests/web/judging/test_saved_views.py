"""Views that analysts keep: written, found, changed, taken away; the graph itself stays as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

import allygraph
from tests.web.judging.conftest import Post
from tests.web.test_guard import error

pytestmark = pytest.mark.store
STATE: dict[str, Any] = {"entities": ["org-1"], "depth": 2, "places": {"org-1": [0.5, -3]}, "note": "Größe 中 \u0000"}


def views(api: httpx.Client, **asked: int) -> Any:
    """A page of saved views."""
    return api.get("/saved-views", params=asked).json()


def test_view_is_kept_as_it_was_given(api: httpx.Client, post: Post) -> None:
    """Signed and dated; the list is sorted by name, and another window is told of the change."""
    mark = api.get("/changes").json()["mark"]
    made = post("/saved-views", name=" Chip makers ", state=STATE, author="ana")
    assert (made["name"], made["state"], made["author"]) == ("Chip makers", STATE, "ana")
    assert api.get("/changes", params={"since": mark}).json()["changed"]
    post("/saved-views", name="banks", state={})
    page = views(api)
    assert [one["name"] for one in page["items"]] == ["banks", "Chip makers"]
    assert page["items"][1] == made == api.get(f"/saved-views/{made['id']}").json()
    second = views(api, limit=1, offset=1)
    assert (second["items"], second["total"], second["more"]) == ([made], 2, False)


def test_view_is_changed_and_taken_away(api: httpx.Client, post: Post) -> None:
    """What is left out stays."""
    made = post("/saved-views", name="Banks", state=STATE, author="ana")
    path = f"/saved-views/{made['id']}"
    renamed = api.put(path, json={"name": "Old banks", "author": "ben"}).json()
    assert renamed == {**made, "name": "Old banks", "author": "ben", "changed_at": renamed["changed_at"]}
    emptied = api.put(path, json={"state": {}}).json()
    assert (emptied["name"], emptied["state"]) == ("Old banks", {})
    assert api.delete(path).json() == emptied
    assert views(api)["items"] == []
    for response in (api.delete(path), api.get(path), api.put(path, json={"name": "Banks"})):
        assert error(response) == (404, "UnknownName")


def test_name_is_given_once(api: httpx.Client, post: Post) -> None:
    """Neither a new view nor another one takes it; the error says whose it is and what to do."""
    post("/saved-views", name="Banks", state={"a": 1}, author="ana")
    other = post("/saved-views", name="Mines", state={})
    for response in (
        api.post("/saved-views", json={"name": "Banks ", "state": {}}),
        api.put(f"/saved-views/{other['id']}", json={"name": "Banks"}),
    ):
        assert error(response) == (409, "NameTaken")
        assert "ana" in response.json()["message"]
        assert response.json()["remedy"]
    assert [one["state"] for one in views(api)["items"]] == [{"a": 1}, {}]


@pytest.mark.parametrize(
    "body",
    [
        {"name": "Banks"},
        {"name": "", "state": {}},
        {"name": "  ", "state": {}},
        {"name": "x" * 201, "state": {}},
        {"name": "Banks", "state": []},
        {"name": "Banks", "state": {"text": "x" * 205_000}},
        {"name": "Banks", "state": {"text": "\ud800"}},
        {"name": "Banks", "state": {}, "owner": "ana"},
    ],
)
def test_view_that_cannot_be_kept(api: httpx.Client, body: dict[str, Any]) -> None:
    """Without a name or a state, with too long a name, with more than 200 kB, or with half a character."""
    response = api.post("/saved-views", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert error(response) == (422, "UnusableValue")
    assert views(api)["total"] == 0


def test_page_of_another_site_takes_nothing_away(api: httpx.Client, post: Post) -> None:
    """DELETE brings no body to look at; where it comes from is looked at all the same."""
    path = f"/saved-views/{post('/saved-views', name='Banks', state={})['id']}"
    assert error(api.delete(path, headers={"Origin": "https://evil.example"})) == (403, "ForeignOrigin")
    assert views(api)["total"] == 1


@pytest.fixture
def without(api: httpx.Client, graph: allygraph.Workspace, tmp_path: Path) -> tuple[Any, str]:
    """What is counted and exported before there is any view."""
    return api.get("/health").json()["counts"], graph.export(tmp_path / "before.ttl").read_text(encoding="utf-8")


def test_views_are_no_part_of_the_graph(
    api: httpx.Client, post: Post, graph: allygraph.Workspace, tmp_path: Path, without: tuple[Any, str]
) -> None:
    """Neither counts nor exports tell of them, and a rebuild of the facts leaves them alone."""
    made = post("/saved-views", name="Banks", state=STATE)
    graph.rebuild()
    exported = graph.export(tmp_path / "after.ttl").read_text(encoding="utf-8")
    assert (api.get("/health").json()["counts"], exported) == without
    assert views(api)["items"] == [made]
