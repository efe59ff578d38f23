"""Searching, and what stands there before anything is shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.page.reading import column, found, press, row, shown, table

pytestmark = pytest.mark.browser


def test_start_tells_how_much_there_is(opened: Page) -> None:
    """And which documents came last."""
    counts = opened.locator(".counts")
    expect(counts).to_contain_text("alliances")
    expect(opened.locator("#stage").get_by_role("button", name="A venture is signed")).to_be_visible()
    expect(opened.get_by_role("button", name="Hubwood 61 facts")).to_be_visible()
    expect(opened.get_by_role("button", name="Undo")).to_be_disabled()


def test_misspelt_name_is_found_and_opened(opened: Page) -> None:
    """Enter may be pressed before the answer is there."""
    opened.get_by_role("combobox", name="Search").fill("Junipper Fondation")
    press(opened, "Enter")
    shown(opened, "4 entities, 5 facts, 1 alliance")
    names = column(table(opened, "Entities"), 0)
    assert sorted(names) == ["Ivy Financial Authority", "Juniper Foundation", "Kapok Labs", "Nadia Orme"]


def test_other_name_that_was_typed_is_told(opened: Page) -> None:
    """Else nobody knows why it was found."""
    opened.get_by_role("combobox", name="Search").fill("IFA")
    expect(opened.get_by_role("option", name="Ivy Financial Authority also IFA")).to_be_visible()


def test_kind_narrows_the_search(opened: Page) -> None:
    """Spruce is an organisation and a product."""
    opened.get_by_label("Kind", exact=True).select_option("Product")
    opened.get_by_role("combobox", name="Search").fill("Spruce")
    expect(found(opened)).to_have_count(1)
    expect(found(opened)).to_contain_text("Product")


def test_place_narrows_the_search(opened: Page) -> None:
    """Alder is based in York, Birch is not."""
    opened.get_by_label("Based in").select_option(label="York")
    opened.get_by_role("combobox", name="Search").fill("Birch Trust")
    expect(opened.get_by_text("Nothing is called that.")).to_be_visible()
    opened.get_by_role("combobox", name="Search").fill("Alder Exchange")
    expect(found(opened)).to_have_count(1)


def test_nothing_found_is_said(opened: Page) -> None:
    """In place of an empty list."""
    opened.get_by_role("combobox", name="Search").fill("qqqqqqqqqqq")
    expect(opened.get_by_text("Nothing is called that.")).to_be_visible()


def test_shift_enter_adds_to_the_view(alder: Page) -> None:
    """What was shown stays."""
    alder.get_by_role("combobox", name="Search").fill("Hazel Group")
    expect(found(alder).first).to_contain_text("Hazel Group")
    press(alder, "Shift+Enter")
    shown(alder, "11 entities, 15 facts, 3 alliances")


def test_whole_graph_is_shown(opened: Page) -> None:
    """Those without a fact too."""
    opened.get_by_role("button", name="Show the whole graph").click()
    entities = table(opened, "Entities")
    expect(row(opened, "Spruce")).to_have_count(2)
    entities.get_by_role("button", name="Facts").dblclick()
    expect(entities.locator("tbody tr").first).to_contain_text("Hubwood")


def test_stranger_is_told_how_to_get_in(chromium: Browser, base: str) -> None:
    """A window without the token shows nothing of the graph."""
    page = chromium.new_page()
    page.goto(base)
    expect(page.get_by_role("heading", name="This window may not read the graph")).to_be_visible()
    page.close()
