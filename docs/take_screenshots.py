"""Takes the pictures of the explorer in docs/images: `python docs/take_screenshots.py`.

It loads `examples/` into a server of its own in a temporary folder and needs Chromium. `ALLYGRAPH_TEST_CACHE` names a
folder that has Neo4j's files already.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

import allygraph
from allygraph.graph.server import ensure_running, stop
from allygraph.graph.settings import ServerOptions, Settings
from allygraph.web.access import Access
from allygraph.web.serving import listen, server

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1440, "height": 900}
TOKEN = "s" * 40
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: Milliseconds in which a drawing comes to rest.
REST = 2_500


def graph(page: Page) -> None:
    """An entity with all around it."""
    page.get_by_role("combobox", name="Search").fill("Foundry")
    page.get_by_role("option", name="Foundry").first.click()


def whole(page: Page) -> None:
    """The whole graph."""
    page.get_by_role("button", name="Show the whole graph").click()


def evidence(page: Page) -> None:
    """A fact with its sentences."""
    graph(page)
    page.get_by_role("tab", name="Evidence").click()
    page.locator("#panel").get_by_text("Bitmain partners with Foundry").click()
    page.get_by_role("button", name="Show in document").first.wait_for()


def timeline(page: Page) -> None:
    """The lives of alliances."""
    whole(page)
    page.get_by_role("button", name="Timeline").click()


def table(page: Page) -> None:
    """What is shown as tables."""
    whole(page)
    page.get_by_role("button", name="Tables").click()


def review(page: Page) -> None:
    """A claim to review."""
    graph(page)
    page.get_by_role("tab", name="Judge").click()
    page.get_by_role("article", name="Claim to review").wait_for()


def ask(page: Page) -> None:
    """The questions."""
    whole(page)
    page.get_by_role("tab", name="Ask").click()


def hand_over(page: Page) -> None:
    """What leaves the explorer."""
    whole(page)
    page.get_by_role("tab", name="Hand over").click()


PICTURES: tuple[tuple[str, Callable[[Page], None], bool], ...] = (
    ("graph", whole, False),
    ("graph-dark", whole, True),
    ("evidence", evidence, False),
    ("timeline", timeline, False),
    ("table", table, False),
    ("review", review, False),
    ("ask", ask, False),
    ("hand-over", hand_over, False),
)


def main() -> None:
    """Takes all pictures."""
    IMAGES.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, show, dark in PICTURES:
            take(browser, address, name, show, dark)
            print(f"docs/images/explorer-{name}.png")
        browser.close()


def take(browser: Browser, address: str, name: str, show: Callable[[Page], None], dark: bool) -> None:
    """Takes one picture, in a window of its own."""
    context = browser.new_context(viewport=SIZE, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    show(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(REST)
    page.screenshot(path=IMAGES / f"explorer-{name}.png")
    context.close()


@contextmanager
def served() -> Iterator[str]:
    """The address of an explorer on the examples."""
    cache = os.environ.get("ALLYGRAPH_TEST_CACHE")
    with TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), server=ServerOptions(cache=Path(cache) if cache else None))
        try:
            with allygraph.connect(ensure_running(settings)) as opened, listen("127.0.0.1", 0) as listening:
                opened.load(ROOT / "examples")
                port = listening.getsockname()[1]
                running = server(opened, Access(TOKEN, "127.0.0.1", port), Path(folder))
                thread = Thread(target=running.run, kwargs={"sockets": [listening]})
                thread.start()
                yield f"http://127.0.0.1:{port}/?token={TOKEN}"
                running.should_exit = True
                thread.join()
        finally:
            stop(settings)


if __name__ == "__main__":
    main()
