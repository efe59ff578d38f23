"""Errors: one shape, a status that fits, nothing told to logs that documents or analysts said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from time import monotonic, sleep

import httpx
import pytest

import allygraph
from allygraph.graph.errors import StoreUnreachable
from tests.web.test_guard import error


def test_unknown_entity_offers_the_nearest(api: httpx.Client) -> None:
    """The same words as on the command line."""
    response = api.get("/entities/Aldr Exchnge")
    assert error(response) == (404, "UnknownName")
    assert {"name": "Alder Exchange"} in response.json()["candidates"]


def test_ambiguous_name_lists_its_entities(api: httpx.Client) -> None:
    """With the ids to choose from."""
    response = api.get("/entities/Spruce")
    assert error(response) == (409, "AmbiguousName")
    assert {one["id"] for one in response.json()["candidates"]} == {"org-spruce", "pro-spruce"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/search?q=a&limit=0", "limit"),
        ("/search?q=a&limit=1001", "limit"),
        ("/search?q=a&offset=-1", "offset"),
        ("/search?q=a&kind=Ship", "kind"),
        (f"/search?q={'a' * 201}", "q"),
        ("/search", "q"),
        ("/events?by=week", "by"),
        ("/network?as_of=14.7.2020", "expected 2020, 2020-07 or 2020-07-14"),
        ("/network?as_of=2020-02-30", "not in the calendar"),
    ],
)
def test_unusable_value_is_named(api: httpx.Client, path: str, words: str) -> None:
    """With what was expected."""
    response = api.get(path)
    assert error(response) == (422, "UnusableValue")
    assert words in response.json()["message"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/edges/fac-none/evidence", 404),
        ("/alliances/all-none", 404),
        ("/alliances/all-none/evidence", 404),
        ("/documents/doc-none", 404),
        ("/entities/org-none/neighbours", 404),
        ("/network?relation=LIKES", 404),
        ("/cypher", 405),
    ],
)
def test_what_is_not_there_is_an_error(api: httpx.Client, path: str, status: int) -> None:
    """Of the one shape, never an empty answer."""
    assert error(api.get(path))[0] == status


def test_body_that_is_too_large_is_refused(api: httpx.Client) -> None:
    """Whether its size is told or it comes in pieces."""

    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            yield b" " * 65_536

    headers = {"Content-Type": "application/json"}
    assert error(api.post("/cypher", content=b" " * 600_000, headers=headers)) == (413, "TooLarge")
    assert error(api.post("/cypher", content=pieces(), headers=headers)) == (413, "TooLarge")


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"statement": 1}', b'{"statement": "RETURN 1", "write": true}', b"\xff"]
)
def test_body_that_is_not_understood_is_refused(api: httpx.Client, body: bytes) -> None:
    """Also one with a field that nobody reads."""
    assert error(api.post("/cypher", content=body, headers={"Content-Type": "application/json"}))[0] in (400, 422)


def test_form_of_a_web_page_is_not_read(api: httpx.Client) -> None:
    """What a page can send without being asked, a form or plain text, is no JSON."""
    body = '{"statement": "RETURN 1"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        assert error(api.post("/cypher", content=body, headers={"Content-Type": kind}))[0] == 422


def test_database_that_is_gone_is_told(
    api: httpx.Client, graph: allygraph.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page can say so and try again."""

    def fail(*_: object) -> None:
        raise StoreUnreachable("Nothing answers.", "Start it.")

    monkeypatch.setattr(type(graph.store), "in_read", fail)
    response = api.get("/health")
    assert error(response) == (503, "StoreUnreachable")
    assert response.json()["remedy"] == "Start it."


def test_mistake_of_ours_is_told_without_its_text(
    api: httpx.Client, graph: allygraph.Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the asker nor the log sees a message that may quote a document; the log says where it was."""

    def fail(*_: object) -> None:
        raise RuntimeError("quoting a secret sentence")

    monkeypatch.setattr(type(graph.store), "in_read", fail)
    response = api.get("/health")
    assert error(response) == (500, "InternalError")
    assert "secret" not in response.text + caplog.text
    assert "RuntimeError in" in caplog.text


def test_log_names_the_route_and_not_what_was_asked(api: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    """One line for each request: method, route, status, time."""
    with caplog.at_level(logging.INFO, logger="allygraph.web"):
        api.get("/search", params={"q": "Dogwood"})
        api.get("/entities/Dogwood Mining")
        api.post("/cypher", json={"statement": "RETURN 'Dogwood'"})
        # The line is written once the response is out: the last one a moment after it has arrived here.
        deadline = monotonic() + 10
        while len(_lines(caplog)) < 3 and monotonic() < deadline:
            sleep(0.01)
    # So was that of the test before, which may have come in here.
    assert [line.rsplit(" ", 2)[0] for line in _lines(caplog)][-3:] == [
        "GET /search 200",
        "GET /entities/{entity} 200",
        "POST /cypher 200",
    ]


def _lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "allygraph.web"]
