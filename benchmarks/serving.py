"""The explorer's server over a generated graph, in a local Neo4j of the run's own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from allygraph.graph.server import stop
from allygraph.graph.settings import ServerOptions, Settings
from allygraph.web.access import Access
from allygraph.web.serving import listen, server
from allygraph.workspace import connect
from benchmarks.generated import write_generated

TOKEN = "b" * 40


@dataclass(frozen=True, slots=True)
class Served:
    """Where the explorer answers, and the names of the entities that it knows."""

    address: str
    names: Sequence[str]


@contextmanager
def served_graph(entities: int, neighbours: int) -> Iterator[Served]:
    """A running explorer over so many entities, one of them with so many neighbours."""
    usual = Settings.from_environment()
    options = ServerOptions(cache=usual.server.cache or usual.home / "cache", java=usual.server.java)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), server=options)
        try:
            with connect(settings=settings) as graph, listen("127.0.0.1", 0) as listening:
                names = write_generated(graph.store, entities, neighbours)
                port = listening.getsockname()[1]
                running = server(graph, Access(TOKEN, "127.0.0.1", port))
                thread = Thread(target=running.run, kwargs={"sockets": [listening]})
                thread.start()
                try:
                    yield Served(f"http://127.0.0.1:{port}", names)
                finally:
                    running.should_exit = True
                    thread.join()
        finally:
            stop(settings)
