"""What a reader sees and does on a graph page, in a real browser."""

from __future__ import annotations

import pytest

from allygraph.queries.records import Network
from allygraph.views.page import graph_page, inline_page
from tests.views.networks import edge, evidence, node, random_network, small_network

pytestmark = pytest.mark.browser

HALTED = "Halted: Alder Bank partners with Birch Chain"


def heading(page) -> str:
    return page.locator("#pane h2").inner_text()


def pair(*facts) -> str:
    """A page of two nodes side by side, so that their edges run through the middle of the canvas."""
    network = Network((node(1), node(2)), facts, (), scope="a pair")
    return graph_page(network, title="A pair")


def click_beside_middle(page, down: int = 0) -> None:
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + down)


def test_page_asks_for_nothing_and_does_not_complain(open_page) -> None:
    """The file is all there is: no request, no message on the console."""
    opened = open_page(graph_page(small_network(), title="Small"))
    opened.page.wait_for_timeout(300)
    assert (opened.requests, opened.problems) == ([], [])


def test_click_on_edge_shows_sentence_with_words_marked(open_page) -> None:
    """One click leads from a line to the sentence behind it."""
    said = evidence("We heard that Firm 1 joined Firm 2.", start=14, end=34)
    page = open_page(pair(edge(1, "n0001", "n0002", evidence=(said,)))).page
    click_beside_middle(page)
    assert page.locator("#pane blockquote").inner_text() == "We heard that Firm 1 joined Firm 2."
    assert page.locator("#pane mark").inner_text() == "Firm 1 joined Firm 2"


def test_marked_words_survive_characters_of_two_units(open_page) -> None:
    """Offsets count characters, also behind an emoji, which JavaScript counts twice."""
    said = evidence("\U0001f680\U0001f680 Firm 1 won.", start=3, end=9)
    page = open_page(pair(edge(1, "n0001", "n0002", evidence=(said,))), "#fact=f0001").page
    assert page.locator("#pane mark").inner_text() == "Firm 1"


def test_parallel_facts_are_edges_of_their_own(open_page) -> None:
    """Three facts between one pair can each be clicked."""
    facts = (edge(1, "n0001", "n0002"), edge(2, "n0002", "n0001", "OWNS"), edge(3, "n0001", "n0002", "SUPPLIES"))
    page = open_page(pair(*facts)).page
    seen = set()
    for down in range(-80, 81, 8):
        click_beside_middle(page, down)
        seen.add(heading(page))
    assert seen >= {"Firm 1 partners with Firm 2", "Firm 2 owns Firm 1", "Firm 1 supplies Firm 2"}


def test_halt_and_denial_are_plain_to_see(open_page) -> None:
    """A halted, disputed fact says so before anything else, and the denial bears its mark."""
    page = open_page(graph_page(small_network(), title="Small"), "#fact=f0001").page
    assert heading(page) == HALTED
    assert page.locator("#pane .chips").first.inner_text().split() == ["halted", "disputed"]
    assert "Birch Chain denied" in page.locator("#pane .card.denies").inner_text()
    assert page.locator("#pane .card.denies .chip").inner_text() == "Denies this"


def test_evidence_shows_the_four_judgements_apart(open_page) -> None:
    """Source, information, likelihood of the text and sureness of the extractor each have a line."""
    page = open_page(graph_page(small_network(), title="Small"), "#fact=f0001").page
    lines = page.locator("#pane .card").first.inner_text()
    for words in ("B, usually reliable", "2, probably true", "highly likely (80\u201395 %)", "rules, 90 % sure"):
        assert words in lines


def test_status_filter_hides_facts_and_counts(open_page) -> None:
    """A status switched off leaves the table, and the count says what is left."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.locator("input[name=status][value=halted]").uncheck()
    assert page.locator("#shown").inner_text() == "6 of 7 facts, 5 of 6 entities shown"
    assert page.locator("#facts tbody tr:not([hidden])").count() == 6
    page.get_by_role("button", name="Clear filters").click()
    assert page.locator("#shown").inner_text() == "All 7 facts shown"


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [("from", "2021-06-01", "1 of 7"), ("to", "2018-12-31", "1 of 7"), ("from", "2022-01-01", "0 of 7")],
)
def test_date_filter_takes_years_and_months_as_spans(open_page, field: str, value: str, left: str) -> None:
    """'2021' passes a filter from June 2021, since some of the year lies in it."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.locator(f"input[name={field}]").fill(value)
    assert page.locator("#shown").inner_text().startswith(f"{left} facts")


def test_grade_filter_drops_worse_and_ungraded(open_page) -> None:
    """At least B leaves out D4 and what bears no grade."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.locator("select[name=grade]").select_option("B")
    assert page.locator("#shown").inner_text().startswith("5 of 7 facts")


def test_search_finds_alias_by_keyboard(open_page) -> None:
    """Typing part of an alias and pressing Enter opens the entity."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.keyboard.press("/")
    page.keyboard.type("banking gro")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert heading(page) == "Alder Bank"
    assert "Alder Banking Group" in page.locator("#pane .details").inner_text()


def test_keyboard_alone_leads_from_start_to_evidence_and_back(open_page) -> None:
    """Skip link, table, Enter: the evidence has the focus; Escape gives it back to the row."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == HALTED
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 1
    assert page.locator("#pane blockquote").count() == 0


def test_tabs_move_with_arrow_keys(open_page) -> None:
    """The views are a tab list: an arrow key opens the next and moves the focus along."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.locator("#tab-graph").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#facts").is_visible()
    assert page.evaluate("document.activeElement.id") == "tab-facts"


def test_address_reopens_what_was_chosen(open_page) -> None:
    """The address after a choice opens the same choice in a new tab, and the back button undoes it."""
    html = graph_page(small_network(), title="Small")
    page = open_page(html).page
    page.locator("#tab-facts").click()
    page.locator("#facts tbody .link").nth(2).click()
    address = page.evaluate("location.hash")
    again = open_page(html, address).page
    assert (heading(again), again.locator("#facts").is_visible()) == (heading(page), True)
    page.go_back()
    assert page.locator("#pane blockquote").count() == 0


def test_address_of_something_unknown_opens_the_page(open_page) -> None:
    """A link to a fact that is not in this page shows the page, not an error."""
    opened = open_page(graph_page(small_network(), title="Small"), "#fact=gone&view=nowhere")
    assert opened.page.locator("#graph").is_visible()
    assert opened.problems == []


def test_alliance_shows_parties_contributions_and_history(open_page) -> None:
    """The life of an alliance is told in order, with who brought each step about."""
    page = open_page(graph_page(small_network(), title="Small"), "#alliance=all-1").page
    steps = page.locator("#pane .steps > li").all_inner_texts()
    assert [step.split()[0] for step in steps] == ["planned", "halted"]
    assert "by Cedar Authority" in steps[1]
    assert "lender, contributes USD 80 million" in page.locator("#pane .links").first.inner_text()


def test_drawing_has_a_name_for_screen_readers(open_page) -> None:
    """The canvas is an image that says what it shows, and what remains after a filter."""
    page = open_page(graph_page(small_network(), title="Small")).page
    page.locator("input[name=status][value=halted]").uncheck()
    label = page.get_by_role("img").get_attribute("aria-label")
    assert label.startswith("Drawing of 5 entities and 6 facts.")


def test_page_says_what_was_left_out_and_as_of_when(open_page) -> None:
    """A part of the graph never looks like the whole."""
    html = graph_page(small_network(left_out=1204, as_of="2020-10"), title="Small")
    page = open_page(html).page
    assert "1,204 entities left out" in page.locator(".notice").inner_text()
    assert "as of October 2020" in page.locator(".about").inner_text()


def test_thousand_nodes_stand_still(open_page) -> None:
    """A large page draws at once and does not move afterwards."""
    opened = open_page(graph_page(random_network(1000), title="Large"))
    picture = "document.querySelector('#canvas canvas').toDataURL()"
    opened.page.wait_for_timeout(500)
    first = opened.page.evaluate(picture)
    opened.page.wait_for_timeout(1000)
    assert (opened.page.evaluate(picture) == first, opened.problems) == (True, [])


def test_page_works_inside_a_frame(open_page) -> None:
    """In a notebook cell the page opens, answers clicks and leaves the address around it alone."""
    opened = open_page(
        f"<!DOCTYPE html><title>Notebook</title>{inline_page(graph_page(small_network(), title='Notebook'))}"
    )
    frame = opened.page.frame_locator("iframe")
    frame.locator("#tab-facts").click()
    frame.locator("#facts tbody .link").first.click()
    assert frame.locator("#pane h2").inner_text() == HALTED
    assert (opened.page.evaluate("location.hash"), opened.requests, opened.problems) == ("", [], [])


def test_empty_network_opens(open_page) -> None:
    """Nothing found is a page that says so, not an error."""
    opened = open_page(graph_page(Network((), (), (), scope="nobody"), title="Empty"))
    assert "0 entities" in opened.page.locator(".about").inner_text()
    assert opened.problems == []
