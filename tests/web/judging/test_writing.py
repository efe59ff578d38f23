"""What all routes that write have in common: who may send what, and who signs."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from tests.web.test_guard import error


def writing_routes(api: httpx.Client) -> list[tuple[str, str]]:
    """Method and path of every route that reads one type of body alone, as the interface describes itself."""
    described: dict[str, Any] = api.get("/openapi.json").json()["paths"]
    return [
        (method, path.removeprefix("/api/v1"))
        for path, routes in described.items()
        for method, route in routes.items()
        if "415" in route["responses"]
    ]


def test_form_of_a_web_page_cannot_write(api: httpx.Client) -> None:
    """What a page can send without being asked, a form or plain text, is refused by every route that writes."""
    mark, found = api.get("/changes").json()["mark"], writing_routes(api)
    assert {("post", "/claims/{claim}/decision"), ("post", "/merge"), ("post", "/split/preview")} <= set(found)
    for method, path in found:
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None):
            headers = {"Content-Type": kind} if kind else {}
            response = api.request(
                method, path, params={"name": "a.txt"}, content=b'{"verdict": "accepted"}', headers=headers
            )
            assert error(response) == (415, "UnsupportedType"), (method, path, kind)
    assert api.get("/changes").json()["mark"] == mark


def test_page_of_another_site_cannot_write(api: httpx.Client) -> None:
    """Whatever it sends; another port of this machine is another site."""
    mark = api.get("/changes").json()["mark"]
    for method, path in writing_routes(api):
        for headers in ({"Origin": "https://evil.example"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "null"}):
            assert error(api.request(method, path, json={}, headers=headers)) == (403, "ForeignOrigin")
    assert api.get("/changes").json()["mark"] == mark


def test_stranger_cannot_write(api: httpx.Client, base: str) -> None:
    """Without the token nothing is told, not even what is wrong with the request."""
    with httpx.Client(base_url=f"{base}/api/v1") as stranger:
        for method, path in writing_routes(api):
            assert error(stranger.request(method, path, json={})) == (401, "NoToken")


def test_nobody_signs_as_the_rules_do(api: httpx.Client) -> None:
    """What they judge is less than what a person does."""
    response = api.post("/decisions/undo", json={"author": " allygraph "})
    assert error(response) == (422, "UnusableValue")
    assert "how rules sign" in response.json()["message"]


def test_log_tells_nothing_of_what_was_written(api: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    """Neither names nor reasons, also where the request fails."""
    (claim,) = api.get("/review", params={"relation": "OWNS"}).json()["items"]
    with caplog.at_level(logging.DEBUG, logger="allygraph"):
        api.post(f"/claims/{claim['id']}/decision", json={"verdict": "accepted", "reason": "Corvane", "author": "ana"})
        api.post(f"/claims/{claim['id']}/edit", json={"subject": {"name": "Corvane", "kind": "Ship"}})
    assert "Corvane" not in caplog.text
    assert claim["id"] not in caplog.text
