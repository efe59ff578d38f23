"""PDF files, by pdfminer.six: paragraphs in reading order, without page numbers and running heads."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from allygraph.graph.errors import UnreadableDocument
from allygraph.loaders.dates import parse_date
from allygraph.loaders.documents.formats.reading import Reading
from allygraph.loaders.documents.front import Front

__all__ = ["read_pdf"]

_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-z])")
_FIGURES = re.compile(r"\d+")
#: Letters that fonts join; pdfminer gives the joined form.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
#: What pdfminer writes for a letter whose meaning the font does not give.
_UNKNOWN = re.compile(r"\(cid:\d+\)")
#: Share of such letters above which the text is of no use.
_MOST_UNKNOWN = 0.2
#: A line at the head or foot of so many pages, figures aside, is a running head.
_RUNNING = 3
#: Titles that programs write by themselves.
_NO_TITLE = re.compile(
    r"(?:untitled|microsoft word|powerpoint|document\d*|.*\.(?:docx?|pdf|indd|qxd|tex))\b.*", re.IGNORECASE
)


def read_pdf(data: bytes, path: str) -> Reading:
    """The text of a PDF; title, author and date from its metadata, where the first page does not say."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        information, pages = _pages(data)
    except (PDFEncryptionError, PDFPasswordIncorrect) as error:
        raise UnreadableDocument(path, "The PDF is encrypted with a password.", "Save it without one.") from error
    except Exception as error:  # On broken files pdfminer raises errors of any type, from KeyError to struct.error.
        raise UnreadableDocument(
            path, f"The PDF is broken ({type(error).__name__}).", "Download it again, or print it to a new PDF."
        ) from error
    text = "\n\n".join(_joined(_without_running_heads(pages))).translate(_LIGATURES)
    text, unknown = _UNKNOWN.subn("\ufffd", text)
    if unknown > len(text) * _MOST_UNKNOWN:
        raise UnreadableDocument(
            path, "The fonts of the PDF do not say which letters they show.", "Run text recognition (OCR) on it first."
        )
    if not any(character.isalnum() for character in text):
        raise UnreadableDocument(
            path,
            f"The PDF has {len(pages)} pages without text; it is a scan.",
            "Run text recognition (OCR) on it first.",
        )
    return Reading(text, "application/pdf", likely=_front(information))


def _pages(data: bytes) -> tuple[dict[str, Any], list[list[str]]]:
    """The information dictionary, and the paragraphs of each page."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    information: dict[str, Any] = {}
    for entry in PDFDocument(PDFParser(BytesIO(data))).info:
        information.update(entry)
    pages = []
    for page in extract_pages(BytesIO(data)):
        boxes = [element.get_text().strip() for element in page if isinstance(element, LTTextContainer)]
        pages.append([paragraph for box in boxes for paragraph in re.split(r"\n\s*\n", box) if paragraph.strip()])
    return information, pages


def _without_running_heads(pages: list[list[str]]) -> Iterator[str]:
    """The paragraphs of all pages, without lines that stand at the head or foot of several pages."""
    edges = Counter(_pattern(edge) for page in pages for edge in {*page[:2], *page[-2:]})
    for page in pages:
        for at, paragraph in enumerate(page):
            at_edge = at < 2 or at >= len(page) - 2
            number_only = not _pattern(paragraph).strip("# -–/|").replace("page", "").replace("of", "").strip()
            if at_edge and (edges[_pattern(paragraph)] >= _RUNNING or number_only):
                continue
            yield paragraph


def _pattern(paragraph: str) -> str:
    return _FIGURES.sub("#", " ".join(paragraph.split()).casefold())


def _joined(paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs on one line each; one that a page or column break cut in two is joined again."""
    held = ""
    for paragraph in paragraphs:
        flowing = " ".join(_HYPHENATED.sub("", paragraph).split())
        if held and flowing[:1].islower() and held[-1] not in '.!?:;”"':
            held = f"{held} {flowing}"
            continue
        if held:
            yield held
        held = flowing
    if held:
        yield held


def _front(information: dict[str, Any]) -> Front:
    title, author = _words(information.get("Title")), _words(information.get("Author"))
    made = _DATE.match(_words(information.get("CreationDate")) or "")
    return Front(
        title=None if title and _NO_TITLE.fullmatch(title) else title,
        author=author,
        published=parse_date("-".join(made.groups())) if made else None,
    )


def _words(value: Any) -> str | None:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    resolved = resolve1(value)
    words = decode_text(resolved) if isinstance(resolved, bytes) else resolved
    return words.strip() or None if isinstance(words, str) else None
