"""The report as Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from allygraph.queries.records import Network
from allygraph.views.report import network_report, report_markdown
from allygraph.views.report.markdown import escaped
from tests.views.networks import small_network

GOLDEN = Path(__file__).parents[2] / "data" / "report_small.md"
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _shown(tokens):
    """The text that a reader sees; fails on anything but text."""
    parts = []
    for token in tokens:
        if token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "text_special"}, token.content
            parts += [child.content for child in token.children]
    return "".join(parts)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
@example("# a")
@example("1. a")
@example("-")
@example("a | b")
@example("<b>&amp;[x](y)![z]<!--")
@example("~~a~~ *b* __c__ `d` \\")
@example("[^1]: note")
@example("=== ---")
@example(": a")
@example("+ a")
def test_escaped_text_is_shown_as_it_is(text):
    """No name becomes markup, at the start of a line or in a list."""
    plain = " ".join(text.split())
    assert " ".join(_shown(PARSER.parse(f"- {escaped(text)}\n")).split()) == plain
    assert " ".join(_shown(PARSER.parse(f"{escaped(text)}\n")).split()) == plain


def test_hostile_names_leave_headings_tables_and_footnotes_whole():
    """A name with pipes, brackets, HTML and a leading # changes neither the outline nor the columns."""
    network = small_network()
    hostile = "# <script>alert(1)</script> | [x](http://y) \n\n## *z*"
    named = replace(network, nodes=tuple(replace(node, name=hostile) for node in network.nodes))
    plain, attacked = (
        PARSER.parse(report_markdown(network_report(one, title="T", today="2020-11-01"))) for one in (network, named)
    )
    kinds = ("heading_open", "table_open", "td_open", "th_open", "html_block", "html_inline")
    # The heading of a person names the person, so only their numbers are compared.
    assert [sum(token.type == kind for token in plain) for kind in kinds] == [
        sum(token.type == kind for token in attacked) for kind in kinds
    ]
    assert not any(token.type.startswith("html") for token in attacked)


def test_small_report_reads_as_the_golden_file():
    """What people read, word for word."""
    text = report_markdown(network_report(small_network(), title="Alder and Birch", today="2020-11-01"))
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("scope", ["the whole graph", "around Ghost"])
def test_empty_network_gives_a_readable_page(scope):
    """Headings and the reading aid are there, and no empty list or table."""
    text = report_markdown(network_report(Network((), (), (), scope=scope), title="T", today="2020-11-01"))
    assert "The network holds nothing to judge." in text
    assert "\n- \n" not in text
    assert "|" not in text
