"""The explorer's page in a real browser, and what must never happen in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.conftest import TOKEN
from tests.web.page.reading import PATIENCE
from tests.web.page.watching import WITHOUT_WEBGL, watch

expect.set_options(timeout=PATIENCE)


@contextmanager
def explorer(chromium: Browser, base: str, **options: Any) -> Iterator[Page]:
    """A window with the page; afterwards it must have asked nobody else and complained of nothing on the console."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, **options)
    page = context.new_page()
    page.add_init_script(WITHOUT_WEBGL)
    page.set_default_timeout(PATIENCE)
    problems: list[str] = []
    watch(page, base, problems)
    page.goto(f"{base}/?token={TOKEN}")
    yield page
    context.close()
    assert problems == []


def search(page: Page, name: str) -> None:
    """Opens an entity by the search above."""
    page.get_by_role("combobox", name="Search").fill(name)
    page.get_by_role("option", name=name).first.click()


def facts_shown(page: Page) -> Locator:
    """The list of the facts in the graph, once there are any."""
    panel = page.locator("#panel")
    panel.get_by_role("region", name=re.compile("^Facts")).first.wait_for()
    way = panel.get_by_role("button", name="All facts")
    if way.is_visible():
        way.click()
    return panel.get_by_role("region", name="Facts shown")


def open_fact(page: Page, entity: str, words: str) -> None:
    """Opens a fact from the list of those shown around an entity."""
    search(page, entity)
    facts_shown(page).get_by_role("button", name=words).click()


def pick(page: Page, field: str, name: str) -> None:
    """Finds an entity by typing into a field of the panel."""
    page.locator("#panel").get_by_role("combobox", name=field).fill(name)
    page.locator("#panel").get_by_role("option", name=name).first.click()
