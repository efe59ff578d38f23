"""What is shown leaves the explorer as files, links and saved views, and is what was shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

import allygraph
from tests.web.many import HOSTILE
from tests.web.page.explorer import explorer, search

pytestmark = pytest.mark.browser
#: Names that a spreadsheet would run, or an XML reader refuse.
NAMES = {
    "org-sum": "=1+2",
    "org-at": "@SUM(A1)",
    "org-quoted": 'Oak "Old", & <Sons>',
    "org-turned": HOSTILE["org-turned"],
}


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str, graph: allygraph.Workspace) -> Iterator[Page]:
    """One window for all tests here, and a firm that owns some of awkward names; both are gone afterwards."""
    graph.store.write(
        """MERGE (holder:Entity:Organisation {id: 'org-holder'})
        SET holder.name = 'Holder Firm', holder.kind = 'Organisation'
        WITH holder
        UNWIND $names AS row
        MERGE (owned:Entity:Organisation {id: row[0]}) SET owned.name = row[1], owned.kind = 'Organisation'
        MERGE (holder)-[fact:OWNS {id: 'fac-' + row[0]}]->(owned)
        SET fact.status = 'planned', fact.claims = 1, fact.claim_ids = []""",
        {"names": list(NAMES.items())},
    )
    with explorer(chromium, base) as opened:
        yield opened
    graph.store.write(
        "MATCH (e:Entity) WHERE e.id IN ['org-holder', 'org-sum', 'org-at', 'org-quoted'] DETACH DELETE e"
    )
    graph.store.write("MATCH ()-[fact:OWNS {id: 'fac-org-turned'}]->() DELETE fact")


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page with the awkward names shown, and the panel for handing over."""
    window.goto(base)
    window.reload()
    search(window, "Holder Firm")
    window.get_by_role("tab", name="Hand over").click()
    expect(window.get_by_role("region", name="Files of what is shown")).to_contain_text("5 entities, 4 facts")
    return window


def handed(page: Page, group: str, title: str) -> tuple[str, bytes]:
    """The name and the content of a file that is handed over."""
    with page.expect_download() as download:
        page.get_by_role("group", name=group).get_by_role("button", name=title, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_tables_hold_what_is_shown_and_run_nothing(page: Page) -> None:
    """A name that begins as a formula gets an apostrophe; quotes, commas and directions come through."""
    name, content = handed(page, "Tables", "Entities")
    assert name == "network.entities.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    expected = {"Holder Firm", "'=1+2", "'@SUM(A1)", NAMES["org-quoted"], NAMES["org-turned"]}
    assert {row["name"] for row in rows} == expected
    _, content = handed(page, "Tables", "Facts")
    facts = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {row["object"] for row in facts} == expected - {"Holder Firm"}
    assert {(row["subject"], row["predicate"], row["status"]) for row in facts} == {("Holder Firm", "OWNS", "planned")}


def test_tables_leave_out_what_the_legend_hides(page: Page) -> None:
    """Exactly what is seen; that pages and reports hold more is said."""
    page.get_by_label("Legend and filters").get_by_role("switch", name="planned").click()
    region = page.get_by_role("region", name="Files of what is shown")
    expect(region).to_contain_text("5 entities, 0 facts")
    expect(region).to_contain_text("hold all facts among these entities")
    _, content = handed(page, "Tables", "Facts")
    assert len(content.splitlines()) == 1


def test_pictures_open(page: Page) -> None:
    """The SVG is well formed and names what is shown, as text; the PNG is one."""
    _, drawn = handed(page, "Picture", "SVG")
    written = "".join(ElementTree.fromstring(drawn).itertext())
    assert "Holder Firm" in written
    assert NAMES["org-quoted"] in written
    name, picture = handed(page, "Picture", "PNG")
    assert (name, picture[:8]) == ("network.png", b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    ("group", "title", "name", "said"),
    [
        ("To read", "Graph page", "chip-makers-of-asia.html", "Holder Firm"),
        ("To read", "Report", "chip-makers-of-asia.report.html", "Holder Firm"),
        ("To read", "Report, text", "chip-makers-of-asia.report.md", "Holder Firm"),
        ("For other programs", "GraphML", "chip-makers-of-asia.graphml", "Holder Firm"),
        ("For other programs", "Turtle", "chip-makers-of-asia.ttl", "Holder Firm"),
    ],
)
def test_server_makes_files_of_the_entities_shown(page: Page, group: str, title: str, name: str, said: str) -> None:
    """Of these alone, under the title given."""
    page.get_by_label("Title").fill("Chip makers of Asia")
    given, content = handed(page, group, title)
    assert given == name
    text = content.decode()
    assert said in text
    assert "Hubwood" not in text


def test_graph_page_runs_nothing_of_a_name(page: Page, chromium: Browser, tmp_path: Path) -> None:
    """Opened from the disk it shows the title and is quiet."""
    _, content = handed(page, "To read", "Graph page")
    (tmp_path / "page.html").write_bytes(content)
    context = chromium.new_context(offline=True)
    opened = context.new_page()
    problems: list[str] = []
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    opened.on("dialog", lambda dialog: problems.append(dialog.message))
    opened.goto((tmp_path / "page.html").as_uri())
    assert "Network" in opened.title()
    context.close()
    assert problems == []


def test_link_opens_the_same_view(page: Page) -> None:
    """The link is there to be copied, and leads back."""
    link = page.get_by_role("textbox", name="Link to this view").input_value()
    page.get_by_role("button", name="Start again").click()
    page.goto(link)
    expect(page.get_by_role("region", name="Files of what is shown")).to_contain_text("5 entities, 4 facts")


def test_saved_view_is_opened_renamed_and_deleted(page: Page, graph: allygraph.Workspace) -> None:
    """It opens as one step; a name that is taken is refused; deleting asks first."""
    views = page.get_by_role("list", name="Saved views").get_by_role("listitem")
    for name in ("<b>Holder</b>", "Second"):
        page.get_by_role("textbox", name="Name of the view").fill(name)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(views.filter(has_text=name)).to_have_count(1)
    kept = [json.loads(view.state) for view in graph.saved_views.list().items]
    assert [len(state["view"]["entities"]) for state in kept] == [5, 5]
    page.get_by_role("button", name="Start again").click()
    views.get_by_role("button", name="<b>Holder</b>", exact=True).click()
    expect(page.get_by_role("region", name="Files of what is shown")).to_contain_text("5 entities, 4 facts")
    page.get_by_role("button", name="Rename Second").click()
    dialog = page.get_by_role("dialog", name="Rename the view")
    dialog.get_by_label("Name").fill("<b>Holder</b>")
    dialog.get_by_role("button", name="Rename").click()
    expect(page.locator(".messages li.bad").first).to_be_attached()
    dialog.get_by_label("Name").fill("Third")
    dialog.get_by_role("button", name="Rename").click()
    expect(views.filter(has_text="Third")).to_have_count(1)
    for name in ("<b>Holder</b>", "Third"):
        page.get_by_role("button", name=f"Delete {name}").click()
        page.get_by_role("dialog", name="Delete the view?").get_by_role("button", name="Delete").click()
        expect(views.filter(has_text=name)).to_have_count(0)
    assert graph.saved_views.list().total == 0
