"""Names, quotes, ids and titles are text, wherever they stand and whatever they hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from allygraph.views.page import graph_page, inline_page
from tests.views.networks import document, small_network

pytestmark = pytest.mark.browser

PAYLOADS = {
    "closing script": "</script><script>window.hit=1</script>",
    "image": '<img src="x" onerror="window.hit=1">',
    "link": '<a href="javascript:window.hit=1">href</a>',
    "attribute": '" autofocus onfocus="window.hit=1" x=\'',
    "address": "javascript:window.hit=1//",
    "template": "{{ 7 * 7 }}${window.hit=1}`;window.hit=1//",
    "comment": "<!--<script>window.hit=1//",
    "line separators": "\u2028\u2029\n;window.hit=1//",
    "direction": "\u202e\u2066<svg onload=window.hit=1>",
    "object keys": "__proto__",
    "half a character": "\ud800",
    "endless": "<b>" + "x" * 10_000,
}


def hostile(value: Any, payload: str) -> Any:
    """The record with the payload before each of its strings, in every field of every record it holds."""
    if isinstance(value, str):
        return payload + value
    if isinstance(value, tuple):
        return tuple(hostile(part, payload) for part in value)
    if is_dataclass(value):
        return replace(value, **{field.name: hostile(getattr(value, field.name), payload) for field in fields(value)})
    return value


def use_everything(page: Any) -> None:
    """Opens every view, every fact, entity and alliance, searches, filters and moves over the drawing."""
    for view in ("facts", "entities", "alliances", "documents", "graph"):
        page.locator(f"#tab-{view}").click()
    page.evaluate("for (const link of document.querySelectorAll('.sheet .link')) link.click()")
    page.evaluate("for (const box of document.querySelectorAll('#filters input[type=checkbox]')) box.click()")
    page.evaluate("for (const box of document.querySelectorAll('#filters input[type=checkbox]')) box.click()")
    page.locator("#search").fill("a")
    box = page.locator("#canvas").bounding_box()
    for step in range(1, 12):
        page.mouse.move(box["x"] + box["width"] * step / 12, box["y"] + box["height"] / 2)
        page.mouse.click(box["x"] + box["width"] * step / 12, box["y"] + box["height"] * (step % 4 + 1) / 6)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_hostile_text_in_every_field_stays_text(open_page, payload: str) -> None:
    """No script runs, no element appears, nothing is asked for, and the page still works."""
    network = hostile(small_network(), payload)
    opened = open_page(graph_page(network, title=payload + "Title"))
    use_everything(opened.page)
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("script").count() == 3
    assert opened.page.locator("img, iframe, object, embed, a[href^=javascript]").count() == 0
    assert (opened.requests, opened.problems) == ([], [])


def test_hostile_text_is_shown_as_written(open_page) -> None:
    """The reader sees the very characters of the name."""
    payload = PAYLOADS["image"]
    page = open_page(graph_page(hostile(small_network(), payload), title=payload)).page
    assert page.locator("h1").inner_text() == payload
    assert page.locator("#entities tbody .link").first.text_content() == payload + "Alder Bank"


def test_page_refuses_html_from_strings(open_page) -> None:
    """Should a script of the page ever set HTML by mistake, the browser stops it."""
    page = open_page(graph_page(small_network(), title="Small")).page
    tried = (
        "() => { try { document.body.insertAdjacentHTML('beforeend', '<i>'); } catch (error) { return error.name; } }"
    )
    assert page.evaluate(tried) == "TypeError"


def test_hostile_text_cannot_leave_its_frame(open_page) -> None:
    """In a notebook the page around the frame stays untouched."""
    network = hostile(small_network(), PAYLOADS["closing script"] + PAYLOADS["image"] + PAYLOADS["attribute"])
    opened = open_page(f"<!DOCTYPE html><title>Notebook</title>{inline_page(graph_page(network, title='Notebook'))}")
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.evaluate("document.body.children.length") == 1


@pytest.mark.parametrize(
    ("uri", "links"),
    [
        ("https://example.org/a?b=1", 1),
        ("http://example.org/", 1),
        ("file:///data/report.txt", 0),
        ("javascript:window.hit=1", 0),
        ("https://example.org/\njavascript:", 0),
        (" javascript:window.hit=1", 0),
        ("data:text/html,<script>window.hit=1</script>", 0),
    ],
)
def test_only_web_addresses_become_links(open_page, uri: str, links: int) -> None:
    """Any other address is shown, but cannot be followed."""
    network = small_network(documents=(document(uri=uri),))
    page = open_page(graph_page(network, title="Small"), "#view=documents").page
    assert page.locator("#documents a[rel~=noopener]").count() == page.locator("#documents a").count() == links
    assert "".join(uri.split()) in "".join(page.locator("#documents tbody").inner_text().split())
