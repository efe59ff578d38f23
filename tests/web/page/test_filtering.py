"""The legend, which is the filter of drawing and tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.page.reading import column, shown, table

pytestmark = pytest.mark.browser
ALDER = "10 entities, 15 facts, 3 alliances"


def entry(page: Page, name: str) -> Locator:
    """A line of the legend."""
    return page.get_by_role("complementary", name="Legend and filters").get_by_role("switch", name=name)


def test_legend_counts_what_is_there(alder: Page) -> None:
    """Kinds, statuses and relations."""
    expect(entry(alder, "Organisation")).to_have_text("Organisation5")
    expect(entry(alder, "planned")).to_have_text("planned1")
    expect(entry(alder, "Invests in")).to_have_text("Invests in2")


def test_kind_is_left_out(alder: Page) -> None:
    """With its facts, of drawing and table; a second click brings it back."""
    entry(alder, "Person").click()
    shown(alder, "8 entities, 13 facts, 3 alliances")
    assert "Person" not in " ".join(column(table(alder, "Entities"), 1))
    entry(alder, "Person").click()
    shown(alder, ALDER)


def test_relation_is_left_out(alder: Page) -> None:
    """The entities stay."""
    entry(alder, "Invests in").click()
    shown(alder, "10 entities, 13 facts, 3 alliances")
    assert "Invests in" not in column(table(alder, "Facts"), 1)


def test_status_is_left_out(alder: Page) -> None:
    """Alliances of that status too."""
    entry(alder, "ended").click()
    shown(alder, "10 entities, 13 facts, 2 alliances")
    assert "ended" not in column(table(alder, "Facts"), 2)


def test_filters_are_undone_and_cleared(alder: Page) -> None:
    """One step each, or all at once."""
    entry(alder, "Person").click()
    entry(alder, "active").click()
    alder.get_by_role("button", name="Undo").click()
    shown(alder, "8 entities, 13 facts, 3 alliances")
    alder.get_by_role("button", name="Show all again").click()
    shown(alder, ALDER)


def test_everything_left_out_is_said(alder: Page) -> None:
    """With a way back."""
    for kind in ("Organisation", "Person", "Product", "Place"):
        entry(alder, kind).click()
    expect(alder.get_by_text("The filters let nothing through.")).to_be_visible()


def test_slider_is_one_step(alder: Page) -> None:
    """However far it was drawn."""
    alder.get_by_role("slider", name="Least confidence").fill("1")
    expect(alder.get_by_role("button", name="Undo")).to_have_attribute("title", "Undo: At least 100 % sure")
    alder.get_by_role("button", name="Undo").click()
    shown(alder, ALDER)


def test_table_is_sorted_by_its_headings(alder: Page) -> None:
    """Once upwards, twice downwards; numbers as numbers."""
    entities = table(alder, "Entities")
    entities.get_by_role("button", name="Name").click()
    names = column(entities, 0)
    assert names == sorted(names)
    entities.get_by_role("button", name="Facts").click()
    entities.get_by_role("button", name="Facts").click()
    numbers = [int(number) for number in column(entities, 2)]
    assert numbers == sorted(numbers, reverse=True)


def test_table_tells_facts_in_words(alder: Page) -> None:
    """A plan never reads as a plain fact."""
    facts = column(table(alder, "Facts"), 0)
    assert "Planned: Alder Exchange partners with Larch Bank" in facts
