"""The gate, from outside: what a stranger, a foreign page and a script get."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.web.conftest import TOKEN

HEALTH = "/api/v1/health"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def error(response: httpx.Response) -> tuple[int, str]:
    """The status and the kind of error of a response, which has the shape that all errors have."""
    problem = response.json()
    assert set(problem) <= {"error", "message", "remedy", "candidates"}
    assert problem["message"]
    return response.status_code, problem["error"]


def test_without_token_nothing_is_told(stranger: httpx.Client) -> None:
    """Not even whether a route or an entity is there."""
    for path in (
        HEALTH,
        "/api/v1/openapi.json",
        "/api/v1/entities/org-alder",
        "/api/v1/nothing",
        "/docs",
        "//api/v1/health",
    ):
        assert error(stranger.get(path)) == (401, "NoToken")


@pytest.mark.parametrize("value", ["Bearer wrong", "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN[:-1]}", TOKEN])
def test_wrong_token_is_refused(stranger: httpx.Client, value: str) -> None:
    """So is the right one in the wrong form."""
    assert error(stranger.get(HEALTH, headers={"Authorization": value})) == (401, "NoToken")


def test_script_asks_with_the_token_in_a_header(stranger: httpx.Client) -> None:
    """No cookie is needed."""
    assert stranger.get(HEALTH, headers=BEARER).status_code == 200


def test_token_in_the_address_becomes_a_cookie(stranger: httpx.Client) -> None:
    """The address is left at once, what else it says is kept, and scripts of the page cannot read the cookie."""
    response = stranger.get("/", params={"token": TOKEN, "show": "Foundry & Co"})
    assert (response.status_code, response.headers["location"]) == (303, "/?show=Foundry+%26+Co")
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.get(HEALTH).status_code == 200


def test_wrong_token_in_the_address_gives_no_cookie(stranger: httpx.Client) -> None:
    """And no redirect."""
    response = stranger.get("/", params={"token": "wrong"})
    assert error(response) == (401, "NoToken")
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "10.0.0.7"])
def test_foreign_host_is_refused(stranger: httpx.Client, host: str) -> None:
    """A site whose name was made to lead to this machine gets nothing, token or not."""
    for path in ("/", HEALTH):
        assert error(stranger.get(path, headers={**BEARER, "Host": host})) == (400, "WrongHost")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_request_of_a_foreign_page_is_refused(api: httpx.Client, headers: dict[str, str]) -> None:
    """Also one of another port of this machine, which the browser would send our cookie."""
    assert error(api.post("/network", json={}, headers=headers)) == (403, "ForeignOrigin")
    assert error(api.get("/health", headers=headers)) == (403, "ForeignOrigin")


def test_request_of_our_page_passes(api: httpx.Client, base: str) -> None:
    """Its origin is the address that is asked."""
    headers = {"Origin": base, "Sec-Fetch-Site": "same-origin"}
    assert api.post("/network", json={"limit": 1}, headers=headers).status_code == 200


def test_every_response_tells_browsers_the_rules(stranger: httpx.Client) -> None:
    """Nothing inline or from elsewhere, no frame, no guessing of types, no address told, nothing kept."""
    for response in (stranger.get("/"), stranger.get(HEALTH), stranger.get(HEALTH, headers=BEARER)):
        policy = response.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert response.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in response.headers
        assert "server" not in response.headers


def test_page_is_the_same_for_everybody(stranger: httpx.Client) -> None:
    """One script from here, none within, and nothing of the graph; what it shows it asks for."""
    page = stranger.get("/").text
    assert re.findall("<script[^>]*>", page) == ['<script type="module" crossorigin src="/assets/explorer.js">']
    assert stranger.get("/assets/explorer.js").headers["content-type"].startswith("text/javascript")


def test_files_of_the_page_are_the_only_ones(stranger: httpx.Client) -> None:
    """No name leads out of their folder."""
    for name in ("../start.py", "%2e%2e/start.py", "nothing.js"):
        assert stranger.get(f"/assets/{name}").status_code in {401, 404}


def test_browsers_find_no_missing_icon(stranger: httpx.Client) -> None:
    """They ask for it unasked, and would write of an error on the console."""
    assert stranger.get("/favicon.ico").status_code == 204
