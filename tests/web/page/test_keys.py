"""The whole way by keys alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.page.reading import found, press, shown

pytestmark = pytest.mark.browser


def test_keys_lead_from_search_to_evidence(opened: Page) -> None:
    """Search, open, go to a neighbour, expand it, read its evidence."""
    press(opened, "/")
    opened.keyboard.type("Maple Consortium")
    expect(found(opened).first).to_contain_text("Maple Consortium")
    press(opened, "Enter")
    shown(opened, "3 entities, 3 facts, 1 alliance")
    selected = opened.get_by_role("toolbar", name="The selected entity")
    for way in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        if "Maple" in selected.inner_text():
            press(opened, way)
    expect(selected).not_to_contain_text("Maple")
    press(opened, "e")
    expect(opened.get_by_role("status", name="What is shown")).not_to_have_text("3 entities, 3 facts, 1 alliance")
    press(opened, "Enter")
    assert opened.evaluate("document.activeElement.id") == "panel"


def test_letters_act_on_the_selected_entity(alder: Page) -> None:
    """Pin, choose, hide; then all of it taken back and done again."""
    press(alder, "p", "c")
    expect(alder.get_by_role("button", name="Unpin")).to_be_visible()
    expect(alder.locator("#stage").get_by_role("button", name="Chosen", exact=True)).to_be_visible()
    press(alder, "h")
    shown(alder, "9 entities, 4 facts")
    press(alder, "Control+z")
    shown(alder, "10 entities, 15 facts, 3 alliances")
    press(alder, "Control+Shift+z")
    shown(alder, "9 entities, 4 facts")


def test_letters_are_letters_in_a_field(alder: Page) -> None:
    """Nothing is hidden while one types."""
    press(alder, "/")
    alder.keyboard.type("hep")
    expect(alder.get_by_role("combobox", name="Search")).to_have_value("hep")
    shown(alder, "10 entities, 15 facts, 3 alliances")


def test_escape_selects_nothing(alder: Page) -> None:
    """And the bar says what can be done."""
    press(alder, "Escape")
    expect(alder.get_by_role("toolbar", name="The selected entity")).to_have_count(0)


def test_help_lists_the_keys(opened: Page) -> None:
    """In a dialog that Escape closes."""
    press(opened, "?")
    expect(opened.get_by_role("dialog", name="Keys")).to_contain_text("Expand the selected entity")
    press(opened, "Escape")
    expect(opened.get_by_role("dialog", name="Keys")).to_have_count(0)


def test_rows_are_walked_and_opened(alder: Page) -> None:
    """Arrow down, Enter."""
    alder.get_by_role("button", name="Tables").click()
    rows = alder.get_by_role("table", name="Entities shown").locator("tbody tr")
    rows.first.focus()
    press(alder, "ArrowDown", "Enter")
    expect(rows.nth(1)).to_have_attribute("aria-selected", "true")
