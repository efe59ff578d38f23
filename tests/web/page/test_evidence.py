"""From what is shown to the very sentence, and on into the document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import allygraph
from tests.web.page.explorer import explorer, open_fact
from tests.web.page.hostile import IMAGE, ROCKETS, WORDS, remove_hostile, write_hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str, graph: allygraph.Workspace) -> Iterator[Page]:
    """One window for all tests here, with a hostile document in the graph."""
    write_hostile(graph.store)
    with explorer(chromium, base, permissions=["clipboard-read", "clipboard-write"]) as opened:
        yield opened
    remove_hostile(graph.store)


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page as it opens."""
    window.goto(base)
    return window


def test_fact_leads_to_the_very_sentence(page: Page) -> None:
    """The words of the claim are marked, and in them the names of both ends; a plan does not read as plain."""
    open_fact(page, "Larch Bank", "Planned: Alder Exchange partners with Larch Bank")
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Planned: Alder Exchange partners with Larch Bank")
    expect(panel.locator("dl")).to_contain_text("very likely (80–95 %)")
    expect(panel.locator("dl")).to_contain_text("B2: usually reliable source, probably true")
    card = panel.get_by_role("article")
    expect(card.locator("blockquote")).to_have_text("Larch Bank and Alder Exchange will very likely form an alliance.")
    marked = "".join(card.locator("mark").all_text_contents())
    assert marked == "Larch Bank and Alder Exchange will very likely form an alliance"
    assert card.locator("mark strong").all_text_contents() == ["Larch Bank", "Alder Exchange"]


def test_document_opens_at_the_sentence(page: Page) -> None:
    """The last of 200; Escape closes it and leads back to the button."""
    open_fact(page, "Fir Chips", "Hubwood supplies Fir Chips")
    button = page.get_by_role("button", name="Show in document").first
    button.click()
    reader = page.get_by_role("dialog", name="Deliveries")
    expect(reader.locator("[data-current]")).to_have_text("Hubwood")
    expect(reader.get_by_role("button", name="Close the document")).to_be_focused()
    expect(reader.locator("[data-current]")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(reader).to_have_count(0)
    expect(button).to_be_focused()


def test_many_claims_come_page_by_page(page: Page) -> None:
    """Those that were read stay."""
    open_fact(page, "Fir Chips", "Hubwood supplies Fir Chips")
    cards = page.locator("#panel").get_by_role("article")
    expect(cards).to_have_count(50)
    page.get_by_role("button", name="Show more claims").click()
    expect(cards).to_have_count(100)
    expect(page.get_by_role("button", name="Show more claims")).to_contain_text("100 of 200")


def test_conflict_stands_side_by_side(page: Page) -> None:
    """What is said for it on the left, the denial on the right."""
    open_fact(page, "Dogwood Mining", "Dogwood Mining partners with Fir Chips")
    pro, contra = (page.get_by_role("region", name=name, exact=True) for name in ("For", "Against"))
    expect(pro).to_contain_text("Dogwood Mining works with Elm Chips and Fir Chips, which compete.")
    expect(contra).to_contain_text("Fir Chips denied any partnership with Dogwood Mining.")
    left, right = pro.bounding_box(), contra.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


def test_alliance_tells_its_life(page: Page) -> None:
    """Who brings what, what comes of it, and when."""
    open_fact(page, "Cedar Venture", "Alder Exchange is a founder of the joint venture Cedar Venture")
    page.get_by_role("button", name="Open the alliance").click()
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Alder and Birch found Cedar")
    expect(panel.get_by_role("region", name="Parties")).to_contain_text("founder, brings USD 80 million")
    expect(panel.get_by_role("region", name="Life")).to_contain_text("signed 12 September 2017")


def test_entity_tells_its_facts_by_relation(page: Page) -> None:
    """Choosing a relation leaves its facts; a fact leads on, and back again."""
    open_fact(page, "Fir Chips", "Hubwood supplies Fir Chips")
    page.locator("#panel").get_by_role("heading", level=2).get_by_role("button", name="Hubwood").click()
    facts = page.get_by_role("region", name="Facts", exact=True)
    expect(facts.get_by_role("listitem")).to_have_count(61)
    facts.get_by_role("group", name="Relations").get_by_role("button", name="Supplies").click()
    expect(facts.get_by_role("listitem")).to_have_count(1)
    facts.get_by_role("button", name="Hubwood supplies Fir Chips").click()
    page.get_by_role("button", name="Back").click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Hubwood")


def test_citation_is_one_line(page: Page) -> None:
    """The sentence, whence it comes, and how it is graded."""
    open_fact(page, "Fir Chips", "Dogwood Mining partners with Fir Chips")
    page.get_by_role("article").last.get_by_role("button", name="Copy as citation").click()
    expect(page.get_by_role("status", name="Messages")).to_contain_text("The citation is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“Fir Chips denied any partnership with Dogwood Mining.” — "
        "Chips and mines (by wire), Timber Wire, 16 July 2020 (C3)"
    )


def test_words_meant_to_do_harm_are_text(page: Page) -> None:
    """In the sentence, the title and the address; characters beyond 16 bits do not shift the mark."""
    open_fact(page, "<script>alert(1)</script>", "Planned: <script>alert(1)</script> supplies Birch Trust")
    card = page.locator("#panel").get_by_role("article")
    expect(card.locator("blockquote")).to_have_text(ROCKETS)
    assert "".join(card.locator("mark").all_text_contents()) == ROCKETS[slice(*WORDS)]
    card.get_by_role("button", name="Show in document").click()
    reader = page.get_by_role("dialog", name="<b>Bold</b>")
    expect(reader.get_by_label("Text")).to_contain_text(IMAGE)
    assert "".join(reader.locator("[data-current]").all_text_contents()) == ROCKETS[slice(*WORDS)]
    expect(reader).to_contain_text("javascript:alert(1)")
    expect(reader.get_by_role("link")).to_have_count(0)


def test_marked_words_of_a_document_lead_to_their_fact(page: Page) -> None:
    """From the list of documents, with nothing selected."""
    page.get_by_label("Find a document by its title").fill("bold")
    page.locator("#panel").get_by_role("button", name="<b>Bold</b>").click()
    page.get_by_label("Text").get_by_role("button").first.click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text(
        "Planned: <script>alert(1)</script> supplies Birch Trust"
    )


def test_names_in_a_document_lead_to_their_entity(page: Page) -> None:
    """The document stays open beside it."""
    page.locator("#panel").get_by_role("button", name="<b>Bold</b>").click()
    reader = page.get_by_role("dialog", name="<b>Bold</b>")
    reader.get_by_title("Show Birch Trust").click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Birch Trust")
    expect(reader).to_be_visible()
