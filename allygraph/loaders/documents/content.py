"""The bytes of one file become documents: the format is told from the content, then read by its module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from allygraph.graph.errors import UnreadableDocument
from allygraph.graph.model import Skipped, Source
from allygraph.loaders.curated import read_facts
from allygraph.loaders.dates import parse_date
from allygraph.loaders.documents.decoding import decode
from allygraph.loaders.documents.formats.docx import read_docx
from allygraph.loaders.documents.formats.html import read_html
from allygraph.loaders.documents.formats.mail import read_mail
from allygraph.loaders.documents.formats.markdown import read_markdown
from allygraph.loaders.documents.formats.pdf import read_pdf
from allygraph.loaders.documents.formats.reading import Reading
from allygraph.loaders.documents.front import Front
from allygraph.loaders.documents.limits import MAX_TEXT, check_size
from allygraph.loaders.documents.record import ReadDocument
from allygraph.loaders.documents.sniffing import binary_format, is_mail, text_format
from allygraph.loaders.documents.text import normal_text, read_text

__all__ = ["read_content"]

#: File names of blogs and newsletters begin with the date of publication: 2020-10-01-title.md
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)[-_ .]")
#: Bytes; enough for a header in any encoding.
_HEAD = 4096
_BINARY = {"pdf": read_pdf, "docx": read_docx, "eml": read_mail}


def read_content(
    data: bytes,
    path: str,
    *,
    uri: str | None = None,
    name: str | None = None,
    charset: str | None = None,
    source: str | Source | None = None,
) -> Iterator[ReadDocument | Skipped]:
    """The document in `data`, and a Skipped for each part of it that cannot be read.

    Raises UnreadableDocument where there is none. `name` stands in for a source that the text does not name, `charset`
    is what a server says of the encoding.
    """
    if not data.strip():
        raise UnreadableDocument(path, "The file is empty.", "Leave it out, or fill it.")
    found = binary_format(data, path) or ("eml" if is_mail(data, path) else None)
    if found is None:
        text = normal_text(_decoded(data, path, charset))
        found = text_format(text, path)
        if found in {"yaml", "csv"}:
            yield from _curated(text, found, path, uri, source)
            return
        reading = _read_text_format(found, text, path, uri)
    else:
        reading = _BINARY[found](data, path)
    check_size(path, len(reading.text), MAX_TEXT, "The text")
    if not any(character.isalnum() for character in reading.text):
        raise UnreadableDocument(path, "The file holds no words.", "Leave it out.")
    yield _document(reading, path, uri, name, source)
    yield from (Skipped(path, reason) for reason in reading.left_out)


def _decoded(data: bytes, path: str, charset: str | None) -> str:
    check_size(path, len(data), MAX_TEXT, "The text")
    declared = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", data[:_HEAD], re.IGNORECASE)
    return decode(data, path, charset or (declared[1].decode("ascii") if declared else None))


def _read_text_format(found: str, text: str, path: str, uri: str | None) -> Reading:
    if found == "html":
        return read_html(text, path, uri)
    return read_markdown(text) if found == "md" else Reading(text, "text/plain")


def _document(
    reading: Reading, path: str, uri: str | None, name: str | None, source: str | Source | None
) -> ReadDocument:
    dated = _DATED_NAME.match(name or "")
    sure, likely = reading.sure, Front(published=parse_date(dated[1]) if dated else None).over(reading.likely)
    document, passages = read_text(
        reading.text,
        title=sure.title,
        author=sure.author,
        published=sure.published,
        source=source or sure.publisher,
        name=name,
        uri=uri,
        media_type=reading.media_type,
        likely=likely,
    )
    return ReadDocument(document, passages, path)


def _curated(
    text: str, found: str, path: str, uri: str | None, source: str | Source | None
) -> Iterator[ReadDocument | Skipped]:
    for facts in read_facts(text, found, path=path, uri=uri, name=PurePath(path).name, source=source):
        if facts.document is not None:
            yield ReadDocument(facts.document, facts.passages, path, facts.extraction)
        yield from facts.skipped
