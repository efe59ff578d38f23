"""Links that reopen a view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.page.reading import column, link, shown, table

pytestmark = pytest.mark.browser


def link_of(page: Page) -> str:
    """What stands behind the address, from the `#` on, once it is written."""
    page.wait_for_timeout(400)
    return page.evaluate("location.hash")


def test_link_reopens_the_view(alder: Page, open_page: Callable[..., Page]) -> None:
    """What is shown, hidden and left out, the selection, and the table."""
    alder.get_by_role("switch", name="Person").click()
    table(alder, "Facts")
    shown(alder, "8 entities, 13 facts, 3 alliances")
    other = open_page(link_of(alder))
    shown(other, "8 entities, 13 facts, 3 alliances")
    assert column(table(other, "Facts"), 0) == column(table(alder, "Facts"), 0)
    other.get_by_role("button", name="Graph", exact=True).click()
    expect(other.get_by_role("toolbar", name="The selected entity")).to_contain_text("Alder Exchange")


@pytest.mark.parametrize("link", ["#nonsense", link(entities=5), "#W10", "#%E2%98%83"])
def test_broken_link_is_said(open_page: Callable[..., Page], link: str) -> None:
    """And the page is usable."""
    page = open_page(link)
    expect(page.get_by_role("status", name="Messages")).to_contain_text("The link is not whole")
    expect(page.get_by_role("button", name="Show the whole graph")).to_be_visible()


def test_entity_that_is_gone_is_left_out(open_page: Callable[..., Page]) -> None:
    """It may have been withdrawn since."""
    page = open_page(link(entities=["org-alder", "org-gone"]))
    expect(page.get_by_role("status", name="Messages")).to_contain_text("1 entity is no longer in the graph")
    shown(page, "1 entity, 0 facts")


def test_link_followed_in_the_same_window_is_a_step(alder: Page) -> None:
    """So that the view before is not lost."""
    alder.evaluate("hash => location.hash = hash", link(entities=["org-elm"]))
    shown(alder, "1 entity, 0 facts")
    alder.get_by_role("button", name="Undo").click()
    shown(alder, "10 entities, 15 facts, 3 alliances")
