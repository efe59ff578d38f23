"""A running server with the made-up graph of `tests/queries`, and a client that has its token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest

import allygraph
from allygraph.graph.settings import Address
from allygraph.web.access import Access
from allygraph.web.serving import listen, server
from tests.empty_graph import empty_graph
from tests.queries.example_graph import load_example
from tests.web.many import write_many
from tests.web.node_modules import node_modules

TOKEN = "t" * 40


@pytest.fixture(scope="package")
def graph(address: Address) -> Iterator[allygraph.Workspace]:
    """The made-up graph, with an entity of 60 neighbours, a fact of 200 claims and names meant to do harm.

    It is shared by all tests here; none of them changes it for good.
    """
    with allygraph.connect(address) as opened:
        fill(opened)
        yield opened


def fill(graph: allygraph.Workspace) -> None:
    """Makes the graph what all tests here expect, whatever it was."""
    empty_graph(graph.store.address)
    load_example(graph.store)
    write_many(graph.store)


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the server."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="package")
def base(graph: allygraph.Workspace, home: Path) -> Iterator[str]:
    """The address of the running server."""
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        running = server(graph, Access(TOKEN, "127.0.0.1", port), home)
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{port}"
        running.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="package")
def api(base: str) -> Iterator[httpx.Client]:
    """A script with the token; paths are those below /api/v1."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=f"{base}/api/v1", headers=headers, timeout=30) as client:
        yield client


@pytest.fixture
def stranger(base: str) -> Iterator[httpx.Client]:
    """Somebody without the token."""
    with httpx.Client(base_url=base, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Node's packages for the page."""
    return node_modules(tmp_path_factory.mktemp("packages"))
