"""What the tests share: a real Neo4j server, `--neo4j-version 5.26` runs them on the older release, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allygraph.graph.server import ensure_running, stop
from allygraph.graph.settings import Address, ServerOptions, Settings
from allygraph.graph.store import Store, apply_schema
from tests.empty_graph import empty_graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--neo4j-version", default=None, help="the Neo4j release to test on, such as 5.26")


@pytest.fixture(scope="session")
def server_options(request: pytest.FixtureRequest) -> ServerOptions:
    """The release under test, its files kept from one run to the next in ALLYGRAPH_TEST_CACHE or the user's cache."""
    usual = Settings.from_environment()
    chosen = os.environ.get("ALLYGRAPH_TEST_CACHE")
    cache = Path(chosen) if chosen else usual.server.cache or usual.home / "cache"
    return ServerOptions(version=request.config.getoption("--neo4j-version"), cache=cache, java=usual.server.java)


@pytest.fixture(scope="session")
def server(server_options: ServerOptions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of a local server of this session's own, which is running."""
    settings = Settings(home=tmp_path_factory.mktemp("server"), server=server_options)
    ensure_running(settings)
    yield settings
    stop(settings)


@pytest.fixture(scope="session")
def address(server: Settings) -> Address:
    """Where the session's server answers; what other tests left may be in its graph."""
    return ensure_running(server)


@pytest.fixture
def clean_store_address(address: Address) -> Address:
    """The session's server with an empty graph; the schema stays."""
    empty_graph(address)
    return address


@pytest.fixture
def store(clean_store_address: Address) -> Iterator[Store]:
    """A connected store with an empty graph and its schema in place."""
    with Store.connect(clean_store_address) as connected:
        apply_schema(connected)
        yield connected


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine; tests without one are skipped, but fail where CI promises it."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("no Chromium is installed")
    from playwright.sync_api import sync_playwright  # most tests need no browser

    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=quiet)
        yield browser
        browser.close()
