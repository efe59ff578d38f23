"""What cannot be read is named with what was found and what to do; the rest goes on."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from allygraph.graph.model import Skipped
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.documents.limits import MAX_TEXT
from tests.loaders.documents.pdf_samples import pdf_with
from tests.loaders.documents.samples import DATA, reasons


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"...\n---\n", "no words"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n1234", "PNG"),
        (b"%PDF-1.4 rubbish", "PDF is broken"),
        (b"PK\x03\x04 rubbish", "broken zip"),
        (b"<html><body><script>1</script></body></html>", "no text"),
        (b'{"a": [1]}', "JSON"),
        ("Genève, Zürich, Société".encode() + b"\xff end", "UTF-8 with 1 broken"),
        (pdf_with([["Foo"]], encrypted=True), "encrypted"),
        (pdf_with([[], []]), "2 pages without text"),
        (b"word " * (MAX_TEXT // 5 + 1), "larger than the limit of 20 MB"),
    ],
)
def test_bad_files_have_their_own_reason(tmp_path: Path, content: bytes, words: str) -> None:
    """Each kind of bad file is told apart."""
    (tmp_path / "a.txt").write_bytes(content)
    [reason] = reasons(tmp_path / "a.txt")
    assert words in reason


def test_empty_and_cut_docx(tmp_path: Path) -> None:
    """A docx without text and one that was cut short say so."""
    docx.Document().save(str(tmp_path / "a.docx"))
    (tmp_path / "b.docx").write_bytes((tmp_path / "a.docx").read_bytes()[:2000])
    assert [reason.split(".")[0] for reason in reasons(tmp_path)] == [
        "The docx holds no text",
        "The file is a broken zip archive or docx",
    ]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """Files of a folder come sorted, hidden ones are left out, bad ones are skipped in their place."""
    (tmp_path / "sub").mkdir()
    for name, content in {"b.txt": "", "a.txt": "Foo.", "sub/c.txt": "Bar.", ".hidden.txt": "No."}.items():
        (tmp_path / name).write_text(content)
    found = list(read_inputs([tmp_path]))
    assert [Path(one.path).name for one in found] == ["a.txt", "b.txt", "c.txt"]
    assert [type(one) for one in found] == [ReadDocument, Skipped, ReadDocument]


def test_folders_that_hold_each_other_end(tmp_path: Path) -> None:
    """A link to a folder above is not followed twice."""
    (tmp_path / "a.txt").write_text("Foo signed.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(read_inputs([tmp_path]))) == 1


def test_other_schemes_are_refused() -> None:
    """An address that is not http says what can be read."""
    [reason] = reasons("ftp://example.org/a.txt")
    assert reason.startswith("Only http")


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    """A path that leads nowhere and a folder without files are named."""
    missing, empty = reasons(tmp_path / "none", tmp_path)
    assert "no such file" in missing
    assert "holds no documents" in empty


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read says so."""
    (tmp_path / "a.txt").write_text("Foo.")
    (tmp_path / "a.txt").chmod(0)
    assert "may not read" in reasons(tmp_path / "a.txt")[0]


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server that has one page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/page" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((DATA / "page.html").read_bytes() if self.path == "/page" else b"")

        def log_message(self, *arguments: object) -> None:
            """Keep the test output clean."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_addresses(site: str) -> None:
    """A page is read from its address; one that is not there, or a server that is not, is skipped with why."""
    page, gone, dead = read_inputs([f"{site}/page", f"{site}/none", "http://127.0.0.1:9/"])
    assert isinstance(page, ReadDocument)
    assert (page.document.uri, page.document.title) == (f"{site}/page", "Northgate buys a wallet")
    assert isinstance(gone, Skipped)
    assert "404" in gone.reason
    assert isinstance(dead, Skipped)
    assert "cannot be reached" in dead.reason
