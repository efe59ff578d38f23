"""The report as one HTML page."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.queries.records import Network
from allygraph.views.report import network_report, report_html
from tests.views.networks import random_network, small_network

GOLDEN = Path(__file__).parents[2] / "data" / "report_alliance.html"
ATTACK = (
    "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href='javascript:1'>{{ 7*7 }}"
)


class _Tags(HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text.append(data)


def _page(network, title="T"):
    return report_html(network_report(network, title=title, today="2020-11-01"))


def _parsed(page):
    parser = _Tags()
    parser.feed(page)
    return parser


def _everywhere(network, name):
    evidence = {"sentence": name, "document_title": name, "source": name, "likelihood_words": name, "engine": name}
    edges = [replace(one, role=name, currency=name) for one in network.edges]
    edges = [replace(one, evidence=tuple(replace(claim, **evidence) for claim in one.evidence)) for one in edges]
    documents = [replace(one, title=name, uri=name, source=name) for one in network.documents]
    return replace(
        network,
        nodes=tuple(replace(node, name=name) for node in network.nodes),
        edges=tuple(edges),
        alliances=tuple(replace(one, title=name, kind=name, creates=(name,)) for one in network.alliances),
        documents=tuple(documents),
        scope=name,
    )


def test_no_text_of_the_graph_becomes_markup():
    """Names, quotes, titles and roles that hold HTML are shown and not run."""
    parser = _parsed(_page(_everywhere(small_network(), ATTACK), ATTACK))
    assert {"script", "img", "iframe", "object"}.isdisjoint(tag for tag, _ in parser.tags)
    assert not [name for _, attributes in parser.tags for name in attributes if name.startswith("on")]
    assert not [link for _, attributes in parser.tags if (link := attributes.get("href", "#"))[0] != "#"]
    assert "<script>alert(1)</script>" in "".join(parser.text)


@given(st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_any_name_leaves_the_page_whole(name):
    """The tags of the page do not depend on the names in it, and it can be saved as UTF-8."""
    page = _page(replace(_everywhere(small_network(), name or "x")))
    tags = [tag for tag, _ in _parsed(page).tags if tag not in ("text", "title")]
    assert page.encode("utf-8")
    assert tags.count("section") == 14
    assert tags.count("table") == 3


def test_page_needs_nothing_else_and_allows_only_its_own_style():
    """No address of another host, no script; the policy holds the hash of the very style in the page."""
    page = _page(small_network())
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in _parsed(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "http://" not in page
    assert "https://" not in page


def test_every_link_leads_to_a_place_in_the_page():
    """Numbers lead to the evidence, contents to the chapters."""
    tags = _parsed(_page(random_network(25, seed=3))).tags
    places = {attributes["id"] for _, attributes in tags if "id" in attributes}
    links = {attributes["href"][1:] for _, attributes in tags if "href" in attributes}
    assert links <= places
    assert any(re.fullmatch(r"e\d+", link) for link in links)


def test_alliance_reads_as_the_golden_fragment():
    """The chapter that people read first, tag for tag."""
    page = _page(small_network())
    fragment = re.search(r'<article class="alliance.*?</article>\n', page, re.DOTALL)[0]
    assert fragment == GOLDEN.read_text(encoding="utf-8")


def test_same_network_gives_the_same_bytes():
    """Drawing and numbers do not change from run to run."""
    assert _page(random_network(50, seed=1)) == _page(random_network(50, seed=1))


def test_empty_network_gives_a_page():
    """No drawing, no table, but a page that says so."""
    tags = _parsed(_page(Network((), (), (), scope="nothing"))).tags
    assert "svg" not in {tag for tag, _ in tags}


@pytest.mark.browser
def test_page_opens_offline_without_a_request_or_an_error(open_page):
    """A browser shows page and drawing with the policy in force."""
    opened = open_page(_page(small_network(), ATTACK))
    assert (opened.requests, opened.problems) == ([], [])
    assert opened.page.locator("figure > svg").bounding_box()["width"] > 300
    assert opened.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
