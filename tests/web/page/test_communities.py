"""The whole graph where it is too large to be drawn one by one."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.web.page.reading import press, shown, table

pytestmark = pytest.mark.browser


@pytest.fixture
def large(opened: Page, api: httpx.Client) -> Page:
    """The whole graph, which says that it is large."""
    health = api.get("/health").json()
    health["counts"]["entities"] = 20_000
    opened.route("**/api/v1/health", lambda route: route.fulfill(json=health))
    opened.get_by_role("button", name="Show the whole graph").click()
    return opened


def test_large_graph_is_drawn_as_communities(large: Page) -> None:
    """Each a disc named by its best connected entities."""
    expect(large.locator(".canvas [data-node]").first).to_be_attached()
    expect(large.locator(".canvas svg text", has_text="Hubwood")).to_have_count(1)


def test_community_is_unfolded_and_folded(large: Page) -> None:
    """Undo leads back to the communities."""
    communities = large.get_by_role("status", name="What is shown")
    expect(communities).to_contain_text("communities")
    words = communities.inner_text()
    large.locator(".canvas svg [data-node] path").first.click()
    expect(communities).to_contain_text("entities")
    assert "Hubwood" in table(large, "Entities").inner_text()
    press(large, "Control+z")
    shown(large, words)
