"""Documents added by hand: chosen or dropped, followed to the end, shown in the graph."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import allygraph
from tests.web.conftest import fill
from tests.web.page.explorer import explorer

pytestmark = pytest.mark.browser
STORY = b"Tarn Foods acquired Velling Dairy on 3 March 2021. Tarn Foods is based in Aarhus."
#: Drops a file, of bytes in base64, as a hand would.
DROP = """([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], name));
    for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str, graph: allygraph.Workspace) -> Iterator[Page]:
    """One window for all tests here; what they add is gone afterwards."""
    with explorer(chromium, base) as opened:
        opened.set_default_timeout(60_000)
        yield opened
    fill(graph)


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page as it opens, with the panel for adding."""
    window.goto(base)
    window.reload()
    window.get_by_role("tab", name="Add").click()
    return window


def choose(page: Page, name: str, content: bytes) -> None:
    """Chooses a file with the button that keys reach."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").press("Enter")
    chooser.value.set_files([{"name": name, "mimeType": "", "buffer": content}])


def row(page: Page, name: str) -> Locator:
    """The file in the list."""
    return page.get_by_role("region", name="Files added").get_by_role("listitem").filter(has_text=name).first


def pdf(text: str) -> bytes:
    """The smallest PDF that says this."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + table
    return made + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_dropped_pdf_is_read_and_shown(page: Page) -> None:
    """Anywhere on the page; what it names is shown and marked at one click, and that is one step."""
    page.get_by_role("tab", name="Evidence").click()
    content = pdf("Quill Systems acquired Harbour Bank on 3 May 2021.")
    page.evaluate(DROP, ["harbour.pdf", b64encode(content).decode()])
    added = row(page, "harbour.pdf")
    expect(added).to_contain_text("1 claim, 2 entities, 1 fact.", timeout=60_000)
    added.get_by_role("button", name="Show what it names").click()
    expect(page.get_by_text("2 entities, 1 fact").first).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Redo")).to_be_enabled()


def test_same_file_again_brings_nothing(page: Page) -> None:
    """And says so; the list is there after the page was opened anew."""
    for said in ("2 claims", "Known already"):
        choose(page, "story.txt", STORY)
        expect(row(page, "story.txt")).to_contain_text(said, timeout=60_000)
    page.reload()
    expect(page.get_by_role("region", name="Files added")).to_contain_text("Known already")


def test_what_is_no_document_is_skipped_with_the_reason(page: Page) -> None:
    """As the loader says it, under the file's own name."""
    choose(page, "<b>strange.bin", b"\x00\x01\x02\x03" * 200)
    added = row(page, "strange.bin")
    expect(added).to_contain_text("Nothing added", timeout=60_000)
    expect(added).to_contain_text("binary data")


@pytest.mark.parametrize(("name", "size", "said"), [("empty.txt", 0, "is empty"), ("huge.txt", 65 << 20, "64 MB")])
def test_file_that_cannot_be_taken_is_not_sent(page: Page, tmp_path: Path, name: str, size: int, said: str) -> None:
    """The page says so before anything is sent."""
    with (tmp_path / name).open("wb") as file:
        file.truncate(size)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    page.locator("#panel input[type=file]").first.set_input_files(tmp_path / name)
    expect(row(page, name)).to_contain_text(said)
    assert asked == []
