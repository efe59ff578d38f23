"""Web pages: the article in them, by trafilatura."""

from __future__ import annotations

import logging
from typing import Any

from allygraph.graph.errors import UnreadableDocument
from allygraph.loaders.dates import parse_date
from allygraph.loaders.documents.formats.reading import Reading
from allygraph.loaders.documents.front import Front

__all__ = ["read_html"]

#: Characters. Below this, trafilatura has found a fragment, and the whole page is taken instead.
_SHORTEST_ARTICLE = 200


def read_html(html: str, path: str, address: str | None = None) -> Reading:
    """The article of a page, a blank line between paragraphs; title, author, date and site from its metadata."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = trafilatura.bare_extraction(
        html, url=address, include_comments=False, include_tables=True, with_metadata=True
    )
    text = (found.text or "") if found else ""
    if len(text) < _SHORTEST_ARTICLE:
        whole = trafilatura.html2txt(html) or ""
        text = whole if len(whole) > len(text) else text
    text = "\n\n".join(line for line in (line.strip() for line in text.splitlines()) if line)
    if not text:
        raise UnreadableDocument(
            path, "The web page holds no text.", "Pages filled by scripts must be saved from the browser."
        )
    front = _front(found)
    if front.title and front.title not in text[: len(front.title) + 200]:
        text = f"{front.title}\n\n{text}"
    return Reading(text, "text/html", sure=front)


def _front(found: Any) -> Front:
    if found is None:
        return Front()
    return Front(
        title=found.title or None,
        author=found.author or None,
        published=parse_date(found.date) if found.date else None,
        publisher=found.sitename or found.hostname or None,
    )
