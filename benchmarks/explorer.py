"""How fast the explorer's server answers, over HTTP, on a generated graph and a local Neo4j of the run's own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import httpx

from benchmarks.generated import HUB
from benchmarks.measures import timed
from benchmarks.serving import TOKEN, served_graph
from benchmarks.table import Row


def explorer_rows(entities: int, neighbours: int, times: int) -> Iterator[Row]:
    """Search as you type, expanding an entity and one of so many neighbours: the 95th percentile of `times` each."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with (
        served_graph(entities, neighbours) as served,
        httpx.Client(base_url=f"{served.address}/api/v1", headers=headers, timeout=60) as api,
    ):
        yield from _rows(api, served.names, times)


def _rows(api: httpx.Client, names: Sequence[str], times: int) -> Iterator[Row]:
    chance = random.Random(2)

    def typed() -> str:
        name = chance.choice(names)
        place = chance.randrange(2, len(name))
        return name[:place] if chance.random() < 0.5 else f"{name[:place]}e{name[place + 1 :]}"

    def anyone() -> str:
        return f"org-g{chance.randrange(len(names)):06}"

    yield _row("search as you type", 50, times, lambda: api.get("/search", params={"q": typed()}))
    yield _row("expand an entity", 100, times, lambda: api.get(f"/entities/{anyone()}/neighbours"))
    yield _row("expand the best connected", 100, times, lambda: api.get(f"/entities/{HUB}/neighbours"))
    yield _row("whole graph, 1,000 entities", 1_000, max(times // 10, 1), lambda: api.get("/network"))


def _row(what: str, aim: float, times: int, ask: Callable[[], httpx.Response]) -> Row:
    for _ in range(max(times // 4, 1)):  # plans the statements, which a server does once
        ask().raise_for_status()
    taken = sorted(1000 * timed(lambda: ask().raise_for_status()) for _ in range(times))
    median, late = taken[times // 2], taken[int(times * 0.95)]
    target = f"p95 under {aim:,.0f} ms: {'reached' if late < aim else 'missed'}"
    return Row(what, f"p50 {median:.0f} ms, p95 {late:.0f} ms", None, None, {"p50": median, "p95": late}, target)
