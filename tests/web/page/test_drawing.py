"""The drawing itself, by WebGL and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.many import HOSTILE
from tests.web.page.reading import at_rest, found, link, shown, table

pytestmark = pytest.mark.browser
JUNIPER = link(entities=["org-juniper", "org-kapok", "per-nadia"])


@pytest.fixture
def plain(open_page: Callable[..., Page]) -> Page:
    """Three entities, drawn without WebGL."""
    page = open_page(JUNIPER)
    shown(page, "3 entities, 3 facts, 1 alliance")
    return page


def test_without_webgl_it_is_drawn_as_svg(plain: Page) -> None:
    """Names, shapes and lines are there, and what is halted has its cross."""
    svg = plain.locator(".canvas svg")
    expect(svg.locator("[data-node]")).to_have_count(3)
    expect(svg.locator("[data-edge]")).to_have_count(3)
    expect(svg.locator("text", has_text="Nadia Orme")).to_have_count(1)
    expect(svg.locator('[data-edge="fac-06"] path[stroke-width="2.4"]')).to_have_count(1)


def test_click_selects_and_fades_the_rest(plain: Page) -> None:
    """A node, a line, and nothing."""
    plain.locator('[data-node="per-nadia"] path').click()
    toolbar = plain.get_by_role("toolbar", name="The selected entity")
    expect(toolbar).to_contain_text("Nadia Orme")
    plain.locator(".canvas").click(position={"x": 5, "y": 5})
    expect(toolbar).to_have_count(0)


def test_pointer_tells_the_fact_in_words(plain: Page) -> None:
    """A halt never reads as a plain partnership."""
    plain.locator('[data-edge="fac-06"] path').last.hover(force=True)
    expect(plain.locator(".tip")).to_contain_text("Halted: Juniper Foundation partners with Kapok Labs")


def test_drag_pins(plain: Page) -> None:
    """One step, that can be undone."""
    node = plain.locator('[data-node="per-nadia"] path').first
    box = at_rest(node)
    plain.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    plain.mouse.down()
    plain.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    plain.mouse.up()
    expect(plain.get_by_role("button", name="Undo")).to_have_attribute("title", "Undo: Pin Nadia Orme")


def test_hostile_names_are_text(open_page: Callable[..., Page]) -> None:
    """In the drawing and in the tables; nothing of them runs, none breaks the page, and long ones are cut."""
    page = open_page(link(entities=list(HOSTILE)))
    shown(page, "4 entities, 0 facts")
    expect(page.locator(".canvas svg text", has_text="<script>alert(1)</script>")).to_have_count(1)
    expect(page.locator(".canvas svg text", has_text="Endless Endless Endless Endle…")).to_have_count(1)
    expect(table(page, "Entities").get_by_role("row", name="<script>alert(1)</script>")).to_be_visible()
    assert page.locator("script").count() == 1


def test_every_name_is_in_the_picture(open_page: Callable[..., Page]) -> None:
    """Also of those that were added one by one and are tied to nothing."""
    page = open_page()
    for place, name in enumerate(["Spruce", "York", "Petra Quill"], 1):
        page.get_by_role("combobox", name="Search").fill(name)
        expect(found(page).first).to_contain_text(name)
        page.keyboard.press("Shift+Enter")
        expect(page.locator(".canvas [data-node]")).to_have_count(place)
    page.keyboard.press("Escape")
    expect(page.locator(".canvas svg text", has_text="York")).to_have_count(1)
    expect(page.locator(".canvas svg text", has_text="Petra Quill")).to_have_count(1)


def test_webgl_draws_where_there_is_any(open_page: Callable[..., Page]) -> None:
    """On canvases, without a complaint; the drawing takes clicks."""
    page = open_page(JUNIPER, webgl=True)
    shown(page, "3 entities, 3 facts, 1 alliance")
    if page.locator(".canvas svg").count():
        pytest.skip("this Chromium has no WebGL")
    expect(page.locator(".canvas canvas.sigma-nodes")).to_be_visible()
    page.get_by_role("button", name="Tidy").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("toolbar", name="The selected entity")).to_be_visible()
    page.locator(".canvas").click(position={"x": 5, "y": 5})
    expect(page.get_by_role("toolbar", name="The selected entity")).to_have_count(0)
