"""Chains, common partners, named questions and Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.page.explorer import explorer, pick

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str) -> Iterator[Page]:
    """One window for all tests here."""
    with explorer(chromium, base) as opened:
        yield opened


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page with the panel open."""
    window.goto(base)
    window.get_by_role("tab", name="Ask").click()
    return window


def run(page: Page, statement: str) -> None:
    """Has Cypher answered, by the keyboard."""
    page.get_by_role("button", name="Cypher").click()
    page.get_by_label("Statement").fill(statement)
    page.get_by_label("Statement").press("Control+Enter")


def test_chain_is_told_in_words_and_shown(page: Page) -> None:
    """Each step leads to its evidence; showing the chain is one step that can be undone."""
    pick(page, "From", "Hazel Group")
    pick(page, "To", "Dogwood Mining")
    page.get_by_role("button", name="Find chains").click()
    steps = page.get_by_role("listitem", name="Chain 1").locator(".link")
    expect(steps.first).to_contain_text("Planned: Hazel Group invests in Elm Chips")
    expect(steps.last).to_contain_text("Elm Chips partners with Dogwood Mining")
    page.get_by_role("listitem", name="Chain 1").get_by_role("button", name="Show in graph").click()
    expect(page.get_by_title("Undo: Show the chain from Hazel Group to Dogwood Mining")).to_be_enabled()
    steps.first.click()
    expect(page.get_by_role("article")).to_contain_text("Hazel Group intends to put EUR 5 million into Elm Chips")


def test_no_chain_is_said(page: Page) -> None:
    """Rather than nothing at all."""
    pick(page, "From", "Petra Quill")
    pick(page, "To", "Kapok Labs")
    page.get_by_role("button", name="Find chains").click()
    expect(page.get_by_text("No chain of six steps or fewer connects them.")).to_be_visible()


def test_common_partners(page: Page) -> None:
    """With the alliances that make them such."""
    page.get_by_role("button", name="Common partners", exact=True).click()
    pick(page, "One", "Birch Trust")
    pick(page, "Other", "Larch Bank")
    page.get_by_role("button", name="Find common partners").click()
    panel = page.locator("#panel")
    expect(panel.get_by_role("button", name="Alder Exchange")).to_be_visible()
    expect(panel).to_contain_text("Ended: Custody of Alder at Birch")
    expect(panel).to_contain_text("Planned: Larch and Alder")


def test_question_is_asked_by_its_form(page: Page) -> None:
    """Found by a word; what may stay empty does; the answer leads to evidence and into the graph."""
    page.get_by_role("button", name="Questions").click()
    page.get_by_label("Find a question").fill("every fact")
    page.get_by_role("button", name="Every fact of an entity").click()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_disabled()
    expect(page.get_by_text("allygraph query facts_of")).to_be_visible()
    pick(page, "Entity", "Larch Bank")
    page.get_by_role("button", name="Ask", exact=True).click()
    answer = page.get_by_role("region", name="Answer: Every fact of an entity")
    expect(answer.get_by_role("row").nth(1)).to_contain_text("Larch BankMember ofMaple Consortium")
    answer.get_by_role("button", name="Evidence").first.click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text(
        "Larch Bank is a member of Maple Consortium"
    )


def test_wrong_value_is_explained(page: Page) -> None:
    """With the parameter and what it takes."""
    page.get_by_role("button", name="Questions").click()
    if page.get_by_role("button", name="All questions").is_visible():
        page.get_by_role("button", name="All questions").click()
    page.get_by_label("Find a question").fill("facts in force")
    page.locator(".questions button").first.click()
    page.get_by_label("On", exact=True).fill("someday")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("'on' of 'facts_on' takes date, not 'someday'")


def test_cypher_that_writes_is_refused(page: Page) -> None:
    """With the reason and what to do."""
    run(page, "MATCH (n) DETACH DELETE n")
    expect(page.get_by_role("alert")).to_contain_text("This statement writes. Nothing was run.")
    expect(page.get_by_role("region", name="Answer: Cypher")).to_have_count(0)


def test_cypher_is_fetched_page_by_page(page: Page) -> None:
    """The next hundred stand below the first."""
    run(page, "UNWIND range(1, 250) AS n RETURN n")
    rows = page.get_by_role("region", name="Answer: Cypher").locator("tbody tr")
    expect(rows).to_have_count(100)
    page.get_by_role("button", name="Next 100 rows").click()
    expect(rows).to_have_count(200)
    expect(rows.last).to_have_text("200")


def test_entities_of_an_answer_are_shown(page: Page) -> None:
    """All of them, as one step."""
    run(page, "MATCH (e:Entity {id: 'org-fir'}) RETURN e.id AS id, e.name AS name")
    page.get_by_role("button", name="Show in graph").click()
    expect(page.get_by_title("Undo: Show “Cypher”")).to_be_enabled()


def test_csv_carries_no_formulas(page: Page, tmp_path: Path) -> None:
    """Text that a spreadsheet would run is quoted, numbers stay numbers."""
    run(page, "RETURN '=1+1' AS text, -2.5 AS number, 'a \"b\", c' AS quoted")
    with page.expect_download() as told:
        page.get_by_role("button", name="Download CSV").click()
    path = tmp_path / "answer.csv"
    told.value.save_as(path)
    assert path.read_text("utf-8-sig") == 'text,number,quoted\n\'=1+1,-2.5,"a ""b"", c"\n'
