"""What can be read off the explorer's page: how much is shown, and the tables that are the drawing's twin."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

from playwright.sync_api import Locator, Page, expect

#: Milliseconds; a machine that does much else at once needs them.
PATIENCE = 30_000


def link(**view: Any) -> str:
    """What stands behind the address of a view, from the `#` on."""
    return "#" + urlsafe_b64encode(json.dumps({"view": view}).encode()).decode().rstrip("=")


def shown(page: Page, words: str) -> None:
    """Asserts how much is shown, as it is read out."""
    expect(page.get_by_role("status", name="What is shown")).to_have_text(words)


def at_rest(drawn: Locator) -> dict[str, float]:
    """Where something of the drawing stands, in pixels of the window, once it stands still."""
    before: Any = None
    while (box := drawn.bounding_box()) is None or box != before:
        before = box
        drawn.page.wait_for_timeout(150)
    return dict(box)


def table(page: Page, name: str) -> Locator:
    """The table of entities, facts or alliances shown."""
    page.get_by_role("group", name="What stands in the middle").get_by_role("button", name="Tables").click()
    page.get_by_role("group", name="Tables", exact=True).get_by_role("button", name=name).click()
    return page.get_by_role("table", name=f"{name} shown")


def column(rows: Locator, number: int) -> list[str]:
    """The texts of a column, from the top; the first is 0."""
    return rows.locator(f"tbody tr td:nth-child({number + 1})").all_inner_texts()


def row(page: Page, name: str) -> Locator:
    """The row of an entity in the table that is open."""
    return page.locator("tbody tr").filter(has=page.locator(f'td:first-child bdi:text-is("{name}")'))


def found(page: Page) -> Locator:
    """What the search has found."""
    return page.get_by_role("listbox", name="Search").get_by_role("option")


def press(page: Page, *keys: str) -> None:
    """Presses keys one after another, wherever the focus is."""
    for key in keys:
        page.keyboard.press(key)
