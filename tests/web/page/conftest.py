"""The explorer's page, open in a real browser; it must complain of nothing and ask nobody but our server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.conftest import TOKEN
from tests.web.page.reading import PATIENCE, shown
from tests.web.page.watching import WITHOUT_WEBGL, watch

SIZE = {"width": 1440, "height": 900}
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def context(chromium: Browser, base: str) -> Iterator[BrowserContext]:
    """A browser that has the cookie; shared by the tests of a module."""
    opened = chromium.new_context(viewport=SIZE, reduced_motion="reduce", permissions=["clipboard-write"])
    opened.set_default_timeout(PATIENCE)
    entrance = opened.new_page()
    entrance.goto(f"{base}/?token={TOKEN}")
    entrance.close()
    yield opened
    opened.close()


@pytest.fixture
def open_page(context: BrowserContext, base: str) -> Iterator[Callable[..., Page]]:
    """Opens windows, with what stands behind the `#` of a link; afterwards none may have had a problem."""
    problems: list[str] = []

    def watched(link: str = "", *, webgl: bool = False) -> Page:
        page = context.new_page()
        if not webgl:
            page.add_init_script(WITHOUT_WEBGL)
        watch(page, base, problems)
        page.goto(f"{base}/{link}")
        return page

    yield watched
    for page in context.pages:
        page.close()
    assert problems == []


@pytest.fixture
def opened(open_page: Callable[..., Page]) -> Page:
    """The page as it opens."""
    return open_page()


@pytest.fixture
def alder(opened: Page) -> Page:
    """The page with Alder Exchange and its nine neighbours."""
    opened.get_by_role("combobox", name="Search").fill("Alder Exchange")
    opened.get_by_role("option", name="Alder Exchange").first.click()
    shown(opened, "10 entities, 15 facts, 3 alliances")
    return opened
