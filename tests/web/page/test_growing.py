"""Expanding, collapsing, hiding, pinning, and taking it all back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.page.reading import column, press, row, shown, table

pytestmark = pytest.mark.browser
ALDER = "10 entities, 15 facts, 3 alliances"


def search(page: Page, name: str) -> None:
    """Opens an entity."""
    page.get_by_role("combobox", name="Search").fill(name)
    page.get_by_role("option", name=name).first.click()


def choose_row(page: Page, name: str) -> None:
    """Selects an entity by the table, then goes back to the drawing."""
    table(page, "Entities")
    row(page, name).click()
    page.get_by_role("button", name="Graph", exact=True).click()


def test_hub_is_expanded_step_by_step(opened: Page) -> None:
    """Twenty-five at a time; the rest is offered."""
    search(opened, "Hubwood")
    shown(opened, "26 entities, 25 facts")
    expand = opened.get_by_role("button", name="Expand +36 more")
    expand.click()
    shown(opened, "51 entities, 50 facts")
    opened.get_by_role("button", name="Expand +11 more").click()
    shown(opened, "62 entities, 61 facts")
    expect(opened.get_by_role("button", name="Expand", exact=True)).to_be_disabled()


def test_expands_by_one_relation(opened: Page) -> None:
    """Each relation tells how many facts there are."""
    search(opened, "Fir Chips")
    shown(opened, "4 entities, 4 facts, 2 alliances")
    choose_row(opened, "Hubwood")
    opened.get_by_role("button", name="Expand by relation").click()
    opened.get_by_role("list", name="Expand by relation").get_by_role("button", name="Owns 60").click()
    shown(opened, "29 entities, 29 facts, 2 alliances")


def test_collapse_takes_what_hangs_on_it_alone(alder: Page) -> None:
    """Omar, Petra and York do; Birch is tied to Cedar as well."""
    alder.get_by_role("button", name="Collapse").click()
    names = column(table(alder, "Entities"), 0)
    assert {"Omar Pell", "Petra Quill", "York"}.isdisjoint(names)
    assert {"Birch Trust", "Cedar Venture"} <= set(names)


def test_hidden_stays_away_until_undone(alder: Page) -> None:
    """Expanding does not bring it back; undo and redo say what they do."""
    choose_row(alder, "York")
    alder.get_by_role("button", name="Hide").click()
    shown(alder, "9 entities, 14 facts, 3 alliances")
    undo = alder.get_by_role("button", name="Undo")
    assert undo.get_attribute("title") == "Undo: Hide York"
    undo.click()
    shown(alder, ALDER)
    alder.get_by_role("button", name="Redo").click()
    shown(alder, "9 entities, 14 facts, 3 alliances")


def test_only_keeps_the_neighbours(alder: Page) -> None:
    """Of Maple Consortium: Larch and Alder."""
    choose_row(alder, "Maple Consortium")
    alder.get_by_role("button", name="Only", exact=True).click()
    assert sorted(column(table(alder, "Entities"), 0)) == ["Alder Exchange", "Larch Bank", "Maple Consortium"]


def test_pinned_is_told_and_undone(alder: Page) -> None:
    """By the button, and by the key that takes steps back."""
    alder.get_by_role("button", name="Pin", exact=True).click()
    expect(alder.get_by_role("button", name="Unpin")).to_be_visible()
    press(alder, "Control+z")
    expect(alder.get_by_role("button", name="Pin", exact=True)).to_be_visible()


def test_chosen_are_counted(alder: Page) -> None:
    """For chains and merging."""
    alder.locator("#stage").get_by_role("button", name="Choose").click()
    expect(alder.get_by_role("button", name="1 entity chosen")).to_be_visible()


def test_starts_again(alder: Page) -> None:
    """And undo brings everything back."""
    alder.get_by_role("button", name="Start again").click()
    expect(alder.get_by_role("button", name="Show the whole graph")).to_be_visible()
    alder.get_by_role("button", name="Undo").click()
    shown(alder, ALDER)
