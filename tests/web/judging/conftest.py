"""A running server whose graph every test finds as it was loaded: three facts of a desk, and a short text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest

import allygraph
from allygraph.graph.settings import Address
from allygraph.web.access import Access
from allygraph.web.serving import listen, server
from tests.empty_graph import empty_graph
from tests.loaders.load.notes import DEAL, SEAT, STAKE, write_notes
from tests.web.conftest import TOKEN

STORY = """Tarn Foods acquired Velling Dairy on 3 March 2021.

Its rival Old Mill keeps silent. Tarn Foods is based in Aarhus.
"""
Post = Callable[..., Any]


@pytest.fixture(scope="package")
def opened(address: Address) -> Iterator[allygraph.Workspace]:
    """The open graph behind the server."""
    with allygraph.connect(address) as graph:
        yield graph


@pytest.fixture(scope="package")
def base(opened: allygraph.Workspace) -> Iterator[str]:
    """The address of the running server."""
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        running = server(opened, Access(TOKEN, "127.0.0.1", port))
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{port}"
        running.should_exit = True
        thread.join(timeout=20)


@pytest.fixture
def graph(opened: allygraph.Workspace, address: Address, tmp_path: Path) -> allygraph.Workspace:
    """The graph with nothing but its documents in it."""
    empty_graph(address)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    loaded = opened.load(
        write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT), tmp_path / "story.txt", engine="rules"
    )
    assert not loaded.skipped
    return opened


@pytest.fixture
def api(graph: allygraph.Workspace, base: str) -> Iterator[httpx.Client]:
    """A script with the token; paths are those below /api/v1."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=f"{base}/api/v1", headers=headers, timeout=30) as client:
        yield client


@pytest.fixture
def post(api: httpx.Client) -> Post:
    """What a route that writes answers to a body."""

    def ask(path: str, **body: object) -> Any:
        response = api.post(path, json=body)
        assert response.status_code == 200, response.text
        return response.json()

    return ask


@pytest.fixture
def claim(api: httpx.Client) -> Callable[[str], str]:
    """The id of the only claim of a relation that waits."""

    def find(relation: str) -> str:
        (item,) = api.get("/review", params={"relation": relation}).json()["items"]
        return str(item["id"])

    return find
