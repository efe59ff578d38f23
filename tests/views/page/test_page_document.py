"""The page as a file: the same characters every time, everything inside, nothing from elsewhere."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from allygraph.views.page import graph_page, inline_page
from allygraph.views.page.payload import page_data, script_json
from tests.views.networks import edge, evidence, random_network, small_network

ROOT = Path(__file__).parents[3]
PROGRAM = """
import hashlib
from tests.views.networks import random_network
from allygraph.views.page import graph_page
print(hashlib.sha256(graph_page(random_network(120), title="Same").encode()).hexdigest())
"""


def test_same_network_gives_the_same_page_in_any_process() -> None:
    """Neither a second call nor another hash seed changes a character."""
    first = hashlib.sha256(graph_page(random_network(120), title="Same").encode()).hexdigest()
    again = hashlib.sha256(graph_page(random_network(120), title="Same").encode()).hexdigest()
    path = os.pathsep.join((str(ROOT), *sys.path))
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": path}
    ran = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    assert first == again == ran.stdout.strip()


def test_page_refers_to_nothing_outside() -> None:
    """No attribute of the page names an address, and its policy forbids every request."""
    html = graph_page(small_network(), title="Small")
    tags = unescape(re.sub(r"(?s)<(script|style)[^>]*>.*?</\1>", "", html))
    assert not re.search(r"(src|href|action|data)=\"(?!#)", tags)
    assert "default-src 'none'" in tags
    assert "unsafe" not in tags


def test_data_cannot_end_its_block() -> None:
    """The JSON has no character that HTML would read as markup, and reads back as it was."""
    data = {"name": "</script><!--<script>&\u2028\ud800\u202e"}
    text = script_json(data)
    assert not set("<>&") & set(text)
    assert text.isascii()
    assert json.loads(text) == data


def test_evidence_behind_several_facts_is_written_once() -> None:
    """A claim shared by facts and events takes its room once."""
    data = page_data(small_network())
    claims = [claim["claim"] for claim in data["evidence"]]
    assert claims.count("cla-3") == 1
    assert data["facts"][0]["evidence"][1] == data["facts"][2]["evidence"][0]


def test_nothing_of_the_network_is_cut() -> None:
    """Every node, fact, alliance, document and claim is in the page."""
    network = random_network(300)
    data = page_data(network)
    assert [fact["id"] for fact in data["facts"]] == [edge.id for edge in network.edges]
    assert [end["name"] for end in data["ends"]] == [node.name for node in network.nodes]


@pytest.mark.parametrize(("start", "end"), [(-5, 4), (3, 900), (30, 2), (900, 950)])
def test_words_of_a_claim_outside_its_sentence_do_no_harm(start: int, end: int) -> None:
    """Wrong offsets mark less, but the sentence stays whole."""
    said = evidence("Firm 1 joined Firm 2.", start=start, end=end)
    data = page_data(small_network(edges=(edge(1, "n0001", "n0002", evidence=(said,)),), alliances=()))
    assert "".join(data["evidence"][0]["sentence"]) == said.sentence


def test_title_and_scope_are_escaped() -> None:
    """What a user typed is text in the head and the heading, and half a character does not stop the writing."""
    html = graph_page(small_network(scope="<i>\ud800"), title="</title><b>")
    assert "<title>&lt;/title&gt;&lt;b&gt;</title>" in html
    assert "&lt;i&gt;?" in html
    html.encode("utf-8")


def test_inline_page_is_one_frame_without_rights() -> None:
    """In a notebook the page cannot reach the page around it."""
    html = inline_page(graph_page(small_network(), title="Notebook"), height=500)
    assert html.startswith("<iframe ")
    assert html.count("<") == 2
    assert 'height="500"' in html
    assert "allow-same-origin" not in html
