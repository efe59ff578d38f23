"""The server in a real browser: the way in, and pages of others that try to use it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import TOKEN

pytestmark = pytest.mark.browser
#: A page's attempt to have the browser ask for it, with the cookie, whatever the answer may be read by.
ASK = """async ([url, method]) => {
    const options = {method, mode: "no-cors", credentials: "include"};
    if (method === "POST") options.body = '{"statement": "RETURN 1"}';
    return fetch(url, options).then(response => "answered", error => "nothing");
}"""


@pytest.fixture
def page(chromium: Browser, base: str) -> Iterator[Page]:
    """A window in which the printed address was opened."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(f"{base}/?token={TOKEN}")
    yield opened
    context.close()


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[str]:
    """The address of a page that another program serves on this machine: the same site, another origin."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Other</title>", encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


def test_opened_address_leads_to_the_graph(page: Page, base: str) -> None:
    """The token leaves the address bar, then the cookie opens every route; nothing is complained of on the console."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    assert page.url == f"{base}/"
    page.reload()
    expect(page.get_by_role("heading", name="Allygraph")).to_be_visible()
    page.goto(f"{base}/api/v1/health")
    assert '"alliances":6' in page.content()
    assert problems == []


def test_script_of_the_page_cannot_read_the_cookie(page: Page) -> None:
    """So no script that got in by mistake can take it elsewhere."""
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize(("path", "method"), [("/api/v1/cypher", "POST"), ("/api/v1/health", "GET")])
def test_page_of_another_program_is_refused(
    page: Page, base: str, other_site: str, path: str, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The browser sends it with our cookie, since cookies know no ports, and tells whence it comes."""
    page.goto(other_site)
    with caplog.at_level(logging.INFO, logger="allygraph.web"):
        assert page.evaluate(ASK, [base + path, method]) == "nothing"
        page.wait_for_timeout(100)
    lines = [record.getMessage().split(" ")[:3] for record in caplog.records if record.name == "allygraph.web"]
    # What our own page had asked before it was left may be told late.
    assert [line for line in lines if line[2] == "403"] == [[method, "-", "403"]]
