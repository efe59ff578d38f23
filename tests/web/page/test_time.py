"""The graph as it was: the slider and the timeline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.page.explorer import explorer, facts_shown, search

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str) -> Iterator[Page]:
    """One window for all tests here."""
    with explorer(chromium, base) as opened:
        yield opened


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page as it opens."""
    window.goto(base)
    return window


def slide(page: Page, year: int) -> None:
    """Moves the slider by its keys; the years are 2016 to 2020."""
    slider = page.get_by_role("slider", name="As of")
    slider.press("Home")
    for _ in range(year - 2016):
        slider.press("ArrowRight")
    expect(page.get_by_role("group", name="Time")).to_contain_text(f"As of {year}")


def test_slider_says_what_happened(page: Page) -> None:
    """In words, for those who do not see the bars."""
    slide(page, 2017)
    expect(page.get_by_role("slider", name="As of")).to_have_attribute(
        "aria-valuetext", "2017: 2 events (1 planned, 1 signed), 3 facts begin"
    )


def test_halted_alliance_was_planned_before(page: Page) -> None:
    """And is gone after the year of its halt."""
    search(page, "Juniper Foundation")
    facts = facts_shown(page)
    for year, words in ((2017, "Planned: "), (2018, "Halted: ")):
        slide(page, year)
        expect(facts.get_by_role("button", name=f"{words}Juniper Foundation partners with Kapok Labs")).to_be_visible()
    slide(page, 2019)
    expect(facts.get_by_role("button", name="Juniper Foundation partners with")).to_have_count(0)
    expect(facts.get_by_role("button", name="Nadia Orme")).to_have_count(2)


def test_sliding_is_one_step(page: Page) -> None:
    """However far; undone, all times are shown again."""
    slide(page, 2019)
    page.get_by_title("Undo: As of 2019").click()
    expect(page.get_by_role("group", name="Time").get_by_role("button", name="All times")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.get_by_title("Nothing to undo")).to_be_disabled()


def test_playing_stops_at_the_end(page: Page) -> None:
    """The button pauses while it plays, and offers to play again."""
    slide(page, 2019)
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("group", name="Time")).to_contain_text("As of 2020")
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_timeline_lists_alliances_by_date(page: Page) -> None:
    """Those without a date apart; each is a button that opens its evidence."""
    page.get_by_role("button", name="Timeline").click()
    dated = page.get_by_role("list", name="Alliances by date").get_by_role("button")
    expect(dated).to_have_count(5)
    expect(dated.first).to_contain_text("Halted: Juniper and Kapok")
    expect(dated.first).to_contain_text("planned September 2017, halted 2018")
    expect(page.get_by_role("region", name="Alliances without a date")).to_contain_text("Planned: Larch and Alder")
    dated.first.press("Enter")
    expect(page.locator("#panel").get_by_role("region", name="Life")).to_contain_text("halted 2018 by Ivy")


def test_timeline_has_the_status_of_the_moment(page: Page) -> None:
    """What had not begun says so."""
    page.get_by_role("button", name="Timeline").click()
    slide(page, 2017)
    row = page.get_by_role("list", name="Alliances by date").get_by_role("button")
    expect(row.filter(has_text="Juniper and Kapok")).to_contain_text("Planned: ")
    expect(row.filter(has_text="Custody of Alder at Birch")).to_contain_text("Not then: ")


def test_timeline_of_what_is_in_the_graph(page: Page) -> None:
    """Alliances of the entities shown alone."""
    search(page, "Juniper Foundation")
    page.get_by_role("button", name="Timeline").click()
    expect(page.get_by_role("list", name="Alliances by date").get_by_role("button")).to_have_count(1)
