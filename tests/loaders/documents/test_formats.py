"""Each format gives its text and metadata; the content decides the format."""

from io import BytesIO
from pathlib import Path

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from allygraph.loaders.documents import ReadDocument, read_inputs
from tests.loaders.documents.pdf_samples import pdf_with
from tests.loaders.documents.samples import DATA, read_one, reasons, texts


def test_plain_text_keeps_its_characters(tmp_path: Path) -> None:
    """Offsets are those of the file's own text with plain line ends and no byte order mark."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfFoo signed.\r\n\r\n  Bar  too.\r\n")
    read = read_one(tmp_path / "a.txt")
    assert read.document.text == "Foo signed.\n\n  Bar  too.\n"
    assert read.passages[1].start == 15


def test_html() -> None:
    """The article is read, with title, author, date and site; navigation and copyright are not."""
    read = read_one(DATA / "page.html")
    assert (read.document.title, read.document.author) == ("Northgate buys a wallet", "Mara Quill")
    assert (read.document.published, read.document.source.name) == ("2021-05-03", "Harbour News")
    assert not [text for text in texts(read) if "Log in" in text or "rights" in text]


def test_mail() -> None:
    """The header gives title, author, source and date; an attachment is named as skipped."""
    document = read_one(DATA / "mail.eml").document
    assert (document.title, document.author, document.published) == (
        "Northgate and Sælla Pay",
        "Mara Quill",
        "2021-05-03",
    )
    assert "terms.pdf" in reasons(DATA / "mail.eml")[0]


def test_markdown() -> None:
    """Marks are not text; front matter gives the metadata; a table row is one passage."""
    read = read_one(DATA / "notes.md")
    assert (read.document.title, read.document.published) == ("Notes on Northgate", "2021-05-03")
    assert "Northgate Bank signed with Sella Pay last week." in texts(read)
    assert texts(read)[-1] == "Northgate Bank; Kestrel"


def test_pdf(tmp_path: Path) -> None:
    """Lines and pages join to sentences; running heads and page numbers are left out."""
    first = ["Ledger 1", "", "Two banks agree", "", "Northgate Bank and Sella Pay signed a long part-", "nership that"]
    pages = [
        [*first, "", "Page 1"],
        ["Ledger 2", "", "ends next year. It is new.", "", "Page 2"],
        ["Ledger 3", "", "Third text.", "", "Page 3"],
    ]
    (tmp_path / "a.txt").write_bytes(pdf_with(pages))
    assert texts(read_one(tmp_path / "a.txt")) == [
        "Two banks agree",
        "Northgate Bank and Sella Pay signed a long partnership that ends next year.",
        "It is new.",
        "Third text.",
    ]


def test_pdf_metadata_fill_what_the_text_leaves_open(tmp_path: Path) -> None:
    """The creation date of a PDF is taken as a last resort."""
    (tmp_path / "a.pdf").write_bytes(pdf_with([["Two banks agree"]]))
    assert read_one(tmp_path / "a.pdf").document.published == "2020-03-04"


def test_docx(tmp_path: Path) -> None:
    """Paragraphs, list items and table rows are passages in reading order."""
    document = docx.Document()
    document.add_heading("Two banks agree", 0)
    document.add_paragraph("Northgate Bank Inc. signed. It is new.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Northgate", "Kestrel"
    document.add_paragraph("One item", style="List Bullet")
    document.save(str(tmp_path / "a.bin"))
    read = read_one(tmp_path / "a.bin")
    assert read.document.title == "Two banks agree"
    assert texts(read)[1:] == ["Northgate Bank Inc. signed.", "It is new.", "Northgate; Kestrel", "One item"]


def test_docx_footnotes_grade_their_sentences(tmp_path: Path) -> None:
    """A footnote is cited as `[1]` and stands at the end, so that its rating reaches the sentence."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>(Low)</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{word}">{note}</w:footnotes>'
    document = docx.Document()
    run = document.add_paragraph("Northgate signed.").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{word}" w:id="1"/>'))
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, kind)
    document.save(str(tmp_path / "a.docx"))
    [passage] = read_one(tmp_path / "a.docx").passages
    assert (passage.text, passage.reliability) == ("Northgate signed.[1]", "D")


def test_mail_in_a_legacy_encoding(tmp_path: Path) -> None:
    """The parts of a mail are decoded each by its own declaration."""
    head = b"From: a@example.org\nTo: b@example.org\nSubject: Deal\nMIME-Version: 1.0\n"
    body = "Банк подписал соглашение.".encode("koi8-r")
    (tmp_path / "a.eml").write_bytes(
        head + b"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n" + body
    )
    assert texts(read_one(tmp_path / "a.eml")) == ["Deal", "Банк подписал соглашение."]


def test_standard_input() -> None:
    """`-` reads the stream given; it has no address."""
    [read] = read_inputs(["-"], stdin=BytesIO(b"Foo signed with Bar."), source="Desk")
    assert isinstance(read, ReadDocument)
    assert (read.path, read.document.uri, read.document.source.name) == ("-", None, "Desk")


def test_legacy_encodings(tmp_path: Path) -> None:
    """Older code pages and UTF-16 without a mark are read where they are plain to tell."""
    assert read_one(DATA / "cp1252.txt").document.text.startswith(
        "Société Norgat a signé un accord avec la Banque de l’Ouest"
    )
    russian = "Компания подписала соглашение о партнерстве с банком. Стороны создадут предприятие."
    (tmp_path / "a.txt").write_bytes(russian.encode("cp1251"))
    (tmp_path / "b.txt").write_bytes("Foo Bank signed with Bar.".encode("utf-16-le"))
    assert read_one(tmp_path / "a.txt").document.text == russian
    assert read_one(tmp_path / "b.txt").document.text == "Foo Bank signed with Bar."
