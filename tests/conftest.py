"""The real Neo4j server that the tests share: `--neo4j-version 5.26` runs them on the older release."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from allygraph.graph.server import ensure_running, stop
from allygraph.graph.settings import Address, ServerOptions, Settings
from allygraph.graph.store import Store, apply_schema
from tests.empty_graph import empty_graph


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
