"""What axe-core finds on the explorer's page: nothing, wherever one goes, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.conftest import TOKEN
from tests.web.page.reading import PATIENCE, link

pytestmark = pytest.mark.browser
ALDER = link(entities=["org-alder", "org-birch", "org-juniper", "org-kapok", "per-nadia"])
#: What is opened, one after the other; of each the name of a tab or button.
PLACES = (
    *((panel,) for panel in ("Evidence", "Ask", "Judge", "Add", "Hand over")),
    *(("Ask", part) for part in ("Common partners", "Questions", "Cypher")),
    *(("Judge", part) for part in ("Merge", "Split", "History")),
    ("Tables",),
    ("Timeline",),
)


@pytest.fixture(params=["light", "dark"])
def context(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[BrowserContext]:
    """A browser that has the cookie. The page's policy would refuse the script that looks at it."""
    opened = chromium.new_context(color_scheme=request.param, reduced_motion="reduce", bypass_csp=True)
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def violations(page: Page, axe: str) -> list[str]:
    """Rules that are broken, each with the first element that does so."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_page_is_accessible(context: BrowserContext, base: str, packages: Path) -> None:
    """Names, roles, contrast, order: at the start, and in every panel and view."""
    axe = (packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page = context.new_page()
    page.goto(f"{base}/?token={TOKEN}")
    page.get_by_role("button", name="Show the whole graph").wait_for()
    assert violations(page, axe) == []
    page.goto(f"{base}/{ALDER}")
    page.get_by_role("status", name="What is shown").get_by_text("5 entities").wait_for()
    for place in PLACES:
        for name in place:
            page.locator(".pane, .top").get_by_text(name, exact=True).first.click()
        page.wait_for_load_state("networkidle")
        assert violations(page, axe) == [], place
