"""Runs all benchmarks and prints a table of ratios."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from allygraph.graph.server import ensure_running, stop
from allygraph.graph.settings import ServerOptions, Settings
from allygraph.graph.store import Store, apply_schema
from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction import engine
from allygraph.loaders.load import load
from allygraph.queries.measures import brokers
from allygraph.queries.network import read_network
from allygraph.views.page import graph_page
from allygraph.views.report import network_report, report_html
from benchmarks.documents import documents

Row = tuple[str, str, str, float]


def main() -> None:
    """Prints one row per comparison: what, ours, the peer's, ours in units of the peer's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a size that takes seconds")
    count = 10 if parser.parse_args().small else 500
    print(f"{'':<12}{'ours':<34}{'peer':<34}{'ratio':>8}")
    for what, ours, peer, ratio in _rows(count):
        print(f"{what:<12}{ours:<34}{peer:<34}{ratio:>8.2f}")


def _rows(count: int) -> Iterator[Row]:
    yield _extraction(count)
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


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _extraction(count: int) -> Row:
    rules = engine("rules")
    items = documents(count)
    rules.extract(items[0].document, items[0].passages)
    ours = _seconds(lambda: [rules.extract(item.document, item.passages) for item in items])
    peer = _seconds(lambda: [read_text(item.document.text) for item in items])
    sentences = sum(len(item.passages) for item in items)
    return "extraction", f"{sentences / ours:,.0f} sentences/s", f"cut alone: {sentences / peer:,.0f}/s", ours / peer


def _loading(store: Store, count: int) -> Iterator[Row]:
    items = documents(count)
    load(store, documents(2, seed=1))  # plans the statements, which a server does once
    first = _seconds(lambda: load(store, items))
    again = _seconds(lambda: load(store, items))
    nodes = store.read("MATCH (n) RETURN count(n) AS n")[0]["n"]
    edges = store.read("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
    plain = _seconds(lambda: _write_plainly(store, nodes, edges))
    yield "load", f"{nodes + edges:,} items in {first:.1f} s", f"plain MERGE: {plain:.1f} s", first / plain
    yield "load again", f"{again:.1f} s", f"first: {first:.1f} s", again / first


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
    ours = _seconds(lambda: graph_page(network, title="Benchmark"))
    peer = _seconds(
        lambda: report_html(network_report(network, title="Benchmark", today="2026-01-01", brokers=brokers(network)))
    )
    return "page", f"{len(network.nodes)} entities in {ours:.1f} s", f"report: {peer:.1f} s", ours / peer


if __name__ == "__main__":
    main()
