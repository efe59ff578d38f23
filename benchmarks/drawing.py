"""How soon a graph is seen and what a frame costs while it is moved: the explorer and its peers in one browser.

The peers draw the same nodes and edges from a file, at places that are given to them. Ours is asked for the whole
graph: its time holds the reading from Neo4j, the layout and the way over HTTP as well.
"""

from __future__ import annotations

import json
import math
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generated import generated_ends
from benchmarks.serving import TOKEN, served_graph
from benchmarks.table import Row

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: Seconds until the first view that are aimed at, by number of entities.
FIRST_VIEW = {1_000: 1.0, 10_000: 3.0, 100_000: 15.0}
#: Milliseconds of script a frame that are aimed at, and the size for which.
FRAME, FRAME_SIZE = 16.0, 10_000
#: Beyond this no peer is waited for.
PATIENCE = 120_000
#: What holds once the first nodes are there.
_OURS_DRAWN = """document.querySelector('.drawing canvas, .drawing svg')
    && /[1-9]/.test(document.querySelector('[aria-label="What is shown"]')?.textContent ?? '')"""
_PEER_DRAWN = "window.drawn === true || (window.drawn === undefined && document.querySelector('canvas'))"
_PEERS = Path(__file__).parent / "peers" / "node_modules"
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-unsafe-swiftshader"]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds until the first painted view, milliseconds of script a frame while panning."""

    first: float
    frame: float


def drawing_rows(sizes: Sequence[int]) -> Iterator[Row]:
    """For each size and peer a row for the first view and one for a frame. Raises RuntimeError without Chromium."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise RuntimeError("Drawing is measured in Chromium, which is not on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        for size in sizes:
            yield from _rows_of(browser, size)
        browser.close()


def _rows_of(browser: Browser, size: int) -> Iterator[Row]:
    with served_graph(size, max(size // 50, 5)) as served:
        ours = _ours(browser, served.address)
    peers = {name: _peer(browser, write, size) for name, write in PEERS.items()}
    for name, seen in peers.items():
        yield _row(f"{size:,} entities, first view", name, ours.first, seen and seen.first, "s", FIRST_VIEW.get(size))
        aim = FRAME if size == FRAME_SIZE else None
        yield _row(f"{size:,} entities, script a frame", name, ours.frame, seen and seen.frame, "ms", aim)


def _row(what: str, name: str, ours: float, peer: float | None, unit: str, aim: float | None) -> Row:
    target = f"under {aim:g} {unit}: {'reached' if ours < aim else 'missed'}" if aim else ""
    words = f"{name} {peer:.2f} {unit}" if peer is not None else None
    figures = {"ours": ours} | ({"peer": peer} if peer is not None else {})
    return Row(what, f"{ours:.2f} {unit}", words, ours / peer if peer else None, figures, target)


def _ours(browser: Browser, base: str) -> Seen:
    """The link to the whole graph, opened in a window that has the cookie."""
    # The page's policy forbids what asks it from outside whether it is drawn.
    context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{base}/?token={TOKEN}")
    page.get_by_role("button", name="Show the whole graph").click()
    page.wait_for_function("location.hash.length > 1")
    link = page.url
    page.close()
    page = context.new_page()
    page.goto(link)
    found = _measured(page, _OURS_DRAWN, ".drawing")
    context.close()
    return found


def _peer(browser: Browser, write: Callable[[Path, list[Any], list[Any]], bool], size: int) -> Seen | None:
    """The figures of a peer; None where it is not installed, or does not draw this in time."""
    from playwright.sync_api import Error

    nodes, edges = _graph(size)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.html"
        if not write(file, nodes, edges):
            return None
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        try:
            page.goto(file.as_uri(), wait_until="commit", timeout=PATIENCE)
            return _measured(page, _PEER_DRAWN, "body")
        except Error:
            return None
        finally:
            context.close()


def _measured(page: Page, drawn: str, where: str) -> Seen:
    """Waits until the condition holds and two more frames were painted, then drags the picture about."""
    page.wait_for_function(drawn, timeout=PATIENCE)
    first = page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
    )
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    box = page.locator(where).first.bounding_box() or {"x": 0, "y": 0, "width": 1000, "height": 600}
    x, y = box["x"] + box["width"] / 2 + 17, box["y"] + box["height"] / 2 + 11
    page.evaluate("window.frames_ = 0; (function count() { window.frames_ += 1; requestAnimationFrame(count); })()")
    before = _script_seconds(session)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(30):
        page.mouse.move(x + 120 * math.sin(step / 5), y + 80 * math.cos(step / 5))
    page.mouse.up()
    script, frames = _script_seconds(session) - before, page.evaluate("window.frames_")
    return Seen(first / 1000, 1000 * script / max(frames, 1))


def _script_seconds(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration"))


def _graph(size: int) -> tuple[list[Any], list[Any]]:
    """The nodes, each (id, name, x, y), and the edges of the graph that ours shows."""
    chance = random.Random(3)
    reach = 40 * math.sqrt(size)
    nodes = []
    for number in range(size):
        angle, radius = chance.random() * 2 * math.pi, reach * math.sqrt(chance.random())
        nodes.append((number, f"Organisation {number}", radius * math.cos(angle), radius * math.sin(angle)))
    return nodes, generated_ends(size, max(size // 50, 5))


def _vis_network(file: Path, nodes: list[Any], edges: list[Any]) -> bool:
    library = _PEERS / "vis-network" / "standalone" / "umd" / "vis-network.min.js"
    data = {
        "nodes": [{"id": n, "label": name, "x": x, "y": y, "shape": "dot", "size": 8} for n, name, x, y in nodes],
        "edges": [{"from": a, "to": b, "arrows": "to"} for a, b in edges],
    }
    start = """const network = new vis.Network(place, data, {physics: false, edges: {smooth: false}});
    network.once('afterDrawing', () => { window.drawn = true; });"""
    return _write_page(file, library, data, start)


def _cytoscape(file: Path, nodes: list[Any], edges: list[Any]) -> bool:
    library = _PEERS / "cytoscape" / "dist" / "cytoscape.min.js"
    data = {
        "nodes": [{"data": {"id": str(n), "name": name}, "position": {"x": x, "y": y}} for n, name, x, y in nodes],
        "edges": [{"data": {"source": str(a), "target": str(b)}} for a, b in edges],
    }
    start = """const drawing = cytoscape({container: place, elements: data, layout: {name: 'preset'}, style: [
      {selector: 'node', style: {label: 'data(name)', width: 12, height: 12}},
      {selector: 'edge', style: {width: 1, 'target-arrow-shape': 'triangle', 'curve-style': 'straight'}}]});
    drawing.one('render', () => { window.drawn = true; });"""
    return _write_page(file, library, data, start)


def _neo4j_viz(file: Path, nodes: list[Any], edges: list[Any]) -> bool:
    try:
        from neo4j_viz import Node, Relationship, VisualizationGraph
    except ImportError:
        return False
    graph = VisualizationGraph(
        nodes=[Node(id=n, caption=name, x=x, y=y) for n, name, x, y in nodes],
        relationships=[Relationship(source=a, target=b) for a, b in edges],
    )
    page = graph.render(layout="free", height="880px", max_allowed_nodes=len(nodes) + 1).data
    file.write_text(f"<!doctype html><meta charset=utf-8>{page}", encoding="utf-8")
    return True


PEERS = {"vis-network": _vis_network, "cytoscape.js": _cytoscape, "neo4j-viz": _neo4j_viz}


def _write_page(file: Path, library: Path, data: Any, start: str) -> bool:
    if not library.exists():
        return False
    shutil.copy(library, file.with_name("library.js"))
    file.write_text(
        "<!doctype html><meta charset=utf-8><style>html, body, #place {height: 100%; margin: 0}</style>"
        "<div id=place></div><script src=library.js></script>"
        f"<script>window.drawn = false; const data = {json.dumps(data)};"
        f"const place = document.getElementById('place'); {start}</script>",
        encoding="utf-8",
    )
    return True
