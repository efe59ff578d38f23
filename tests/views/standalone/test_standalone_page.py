"""The graph page by the explorer's renderer, in a real browser without a network."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from allygraph.queries.records import Network
from allygraph.views.standalone import standalone_page
from allygraph.views.standalone.payload import standalone_data
from tests.views.networks import edge, evidence, node, random_network, small_network
from tests.views.page.test_page_safety import PAYLOADS, hostile

browser = pytest.mark.browser


def count(page: Any) -> str:
    page.locator(".drawing canvas, .drawing svg").first.wait_for()
    return str(page.get_by_role("status", name="What is shown").inner_text())


def problems(opened: Any) -> list[str]:
    """What the page complained of; that drawing without a graphics card is slow is no complaint of ours."""
    return [one for one in opened.problems if "GL Driver Message" not in one]


@browser
def test_page_asks_for_nothing_and_does_not_complain(open_page) -> None:
    """The file is all there is: no request, no message on the console."""
    opened = open_page(standalone_page(small_network(), title="Small"))
    assert opened.page.locator("h1").inner_text() == "Small"
    assert f"{len(small_network().nodes)} entities" in count(opened.page)
    assert (opened.requests, problems(opened)) == ([], [])


@browser
def test_name_leads_to_the_sentence_with_its_words_marked(open_page) -> None:
    """Search, facts of the entity, the claim's words in its sentence; and no way to documents that are not here."""
    said = evidence("\U0001f680 We heard that Firm 1 joined Firm 2.", start=16, end=36)
    network = Network((node(1), node(2)), (edge(1, "n0001", "n0002", evidence=(said,)),), (), scope="a pair")
    page = open_page(standalone_page(network, title="A pair")).page
    page.get_by_role("combobox", name="Search").fill("firn 1")
    page.get_by_role("listbox", name="Search").get_by_role("option").first.click()
    assert page.locator("#panel h2").inner_text() == node(1).name
    page.locator("#panel").get_by_role("button", name="partners with").click()
    assert "".join(page.locator("#panel mark").all_inner_texts()) == "Firm 1 joined Firm 2"
    assert page.get_by_role("button", name="Show in document").count() == 0
    assert page.get_by_role("button", name="Accept").count() == 0


@browser
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_hostile_text_in_every_field_stays_text(open_page, payload: str) -> None:
    """No script runs, no element appears, nothing is asked for, and the page still works."""
    opened = open_page(standalone_page(hostile(small_network(), payload), title=payload + "Title"))
    count(opened.page)
    for middle in ("Tables", "Timeline", "Graph"):
        opened.page.get_by_role("button", name=middle, exact=True).click()
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("script").count() == 2
    assert opened.page.locator("img, iframe, object, embed, a[href^=javascript]").count() == 0
    assert (opened.requests, problems(opened)) == ([], [])


@browser
def test_three_thousand_entities_are_drawn(open_page) -> None:
    """What pyvis would take minutes for."""
    opened = open_page(standalone_page(random_network(3_000), title="Many"))
    assert "3,000 entities" in count(opened.page)
    assert problems(opened) == []


def test_same_network_gives_the_same_page() -> None:
    """Places are drawn by a seed, so pages can be compared."""
    page = standalone_page(random_network(60), title="Same")
    assert page == standalone_page(random_network(60), title="Same")
    assert len(page) - len(re.search(r'id="data">(.*?)</script>', page, re.S)[1]) < 400_000


def test_claim_behind_two_facts_stands_once() -> None:
    """With the ids of both."""
    said = evidence()
    facts = (edge(1, "n0001", "n0002", evidence=(said,)), edge(2, "n0001", "n0002", "OWNS", evidence=(said,)))
    data = standalone_data(Network((node(1), node(2)), facts, (), scope="a pair"), "A pair")
    assert [claim["facts"] for claim in data["claims"]] == [["f0001", "f0002"]]
    json.dumps(data, allow_nan=False)


def test_fact_that_ends_outside_is_an_error() -> None:
    """As in the page by pyvis."""
    with pytest.raises(ValueError, match="not in the network"):
        standalone_page(Network((node(1),), (edge(1, "n0001", "n0002"),), (), scope="half"), title="Half")
