"""A text becomes a document with its passages."""

from __future__ import annotations

import unicodedata

from allygraph.graph.ids import document_id, source_id
from allygraph.graph.model import Document, Passage, Source
from allygraph.loaders.documents.blocks import blocks_of
from allygraph.loaders.documents.confidence import stated_confidence, stated_reliability
from allygraph.loaders.documents.front import Front, front_of
from allygraph.loaders.documents.language import language_of
from allygraph.loaders.documents.passages import passages_of

__all__ = ["normal_text", "read_text"]

_UNNAMED = "unnamed source"
#: Characters; what a text says of itself stands well before.
_HEAD = 20_000


def normal_text(text: str) -> str:
    """`text` in Unicode form NFC, with "\\n" for every line end and no byte order mark; otherwise unchanged."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def read_text(
    text: str,
    *,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    source: str | Source | None = None,
    name: str | None = None,
    uri: str | None = None,
    media_type: str = "text/plain",
    likely: Front | None = None,
) -> tuple[Document, tuple[Passage, ...]]:
    """The document that `text` is, and its passages.

    What is given wins over what the first lines of the text say, these over `likely` (metadata that may be
    the program's rather than the author's). The source is `source`, else the publisher that the text or `likely` names,
    else the author, else `name` (of the file).
    """
    text = normal_text(text)
    head = text[:_HEAD]
    said = front_of(head, list(blocks_of(head)))
    front = Front(title, author, published).over(said).over(likely or Front())
    identifier = document_id(text)
    said_by = front.publisher or front.author or name or _UNNAMED
    publisher = source if isinstance(source, Source) else _source(source or said_by)
    document = Document(
        id=identifier,
        series=identifier,
        title=front.title or name or "untitled",
        text=text,
        source=publisher,
        published=front.published,
        uri=uri,
        author=front.author,
        language=language_of(text),
        media_type=media_type,
        reliability=stated_reliability(text),
        confidence_words=stated_confidence(text),
    )
    return document, passages_of(text, identifier)


def _source(name: str) -> Source:
    return Source(source_id(name), name)
