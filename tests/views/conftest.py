"""A real browser for the tests of pages, without a network; every request and every complaint is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@dataclass
class Opened:
    """A page in the browser: `requests` beside the file itself, `problems` on its console or in its scripts."""

    page: Page
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Writes HTML to a file, opens it (`address` is what follows the file name) and waits until it is drawn."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, offline=True, reduced_motion="reduce")

    def open_html(html: str, address: str = "") -> Opened:
        file = tmp_path / "page.html"
        file.write_bytes(html.encode("utf-8"))
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.problems.append(str(error)))
        opened.page.on("console", lambda message: opened.problems.append(message.text))
        opened.page.goto(file.as_uri() + address)
        opened.page.wait_for_load_state("load")
        opened.requests[:] = [url for url in opened.requests if not url.startswith(file.as_uri())]
        return opened

    yield open_html
    context.close()
