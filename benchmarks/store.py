"""How fast the graph is written and drawn, on a local server of the run's own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from allygraph.graph.server import ensure_running, stop
from allygraph.graph.settings import ServerOptions, Settings
from allygraph.graph.store import Store, apply_schema
from allygraph.loaders.load import load
from allygraph.queries.measures import brokers
from allygraph.queries.network import read_network
from allygraph.views.page import graph_page
from allygraph.views.report import network_report, report_html
from benchmarks.documents import documents
from benchmarks.measures import timed
from benchmarks.table import Row


def store_rows(count: int) -> Iterator[Row]:
    """Loading `count` documents, loading them again, and a graph page of the outcome."""
    usual = Settings.from_environment()
    options = ServerOptions(cache=usual.server.cache or usual.home / "cache", java=usual.server.java)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), server=options)
        try:
            with Store.connect(ensure_running(settings)) as store:
                apply_schema(store)
                yield from _loading(store, count)
                yield _page(store)
        finally:
            stop(settings)


def _loading(store: Store, count: int) -> Iterator[Row]:
    items = documents(count)
    load(store, documents(2, seed=1))  # plans the statements, which a server does once
    first = timed(lambda: load(store, items))
    again = timed(lambda: load(store, items))
    nodes = store.read("MATCH (n) RETURN count(n) AS n")[0]["n"]
    edges = store.read("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
    plain = timed(lambda: _write_plainly(store, nodes, edges))
    figures = {"items": nodes + edges, "seconds": first, "peer_seconds": plain}
    yield Row(
        "load", f"{nodes + edges:,} items in {first:.1f} s", f"plain MERGE: {plain:.1f} s", first / plain, figures
    )
    figures = {"seconds": again, "peer_seconds": first}
    yield Row("load again", f"{again:.1f} s", f"first: {first:.1f} s", again / first, figures)


def _write_plainly(store: Store, nodes: int, edges: int) -> None:
    store.write("CREATE CONSTRAINT plain IF NOT EXISTS FOR (n:Plain) REQUIRE n.id IS UNIQUE")
    for start in range(0, nodes, 10_000):
        rows = list(range(start, min(nodes, start + 10_000)))
        store.write("UNWIND $rows AS row MERGE (n:Plain {id: row}) SET n.name = toString(row)", {"rows": rows})
    for start in range(0, edges, 10_000):
        rows = [[number % nodes, (number * 7 + 1) % nodes] for number in range(start, min(edges, start + 10_000))]
        store.write(
            "UNWIND $rows AS row MATCH (a:Plain {id: row[0]}) MATCH (b:Plain {id: row[1]}) MERGE (a)-[:TO]->(b)",
            {"rows": rows},
        )


def _page(store: Store) -> Row:
    network = read_network(store, limit=1000)
    ours = timed(lambda: graph_page(network, title="Benchmark"))
    peer = timed(
        lambda: report_html(network_report(network, title="Benchmark", today="2026-01-01", brokers=brokers(network)))
    )
    figures = {"entities": len(network.nodes), "seconds": ours, "peer_seconds": peer}
    return Row("page", f"{len(network.nodes)} entities in {ours:.1f} s", f"report: {peer:.1f} s", ours / peer, figures)
