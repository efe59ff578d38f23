"""Markdown: its words without the marks, and the title, author and date of its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from allygraph.loaders.dates import parse_date
from allygraph.loaders.documents.formats.reading import Reading
from allygraph.loaders.documents.front import Front

__all__ = ["read_markdown"]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_markdown(text: str) -> Reading:
    """The words of a Markdown text, a blank line between blocks, list items with "- " before them."""
    found = _FRONT_MATTER.match(text)
    front = _front(found[1]) if found else Front()
    body = text[found.end() :] if found else text
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    words = "\n\n".join(_blocks(tokens))
    if front.title and front.title not in words[: len(front.title) + 200]:
        words = f"{front.title}\n\n{words}"
    return Reading(words, "text/markdown", sure=front.over(Front(title=_heading(tokens))))


def _front(matter: str) -> Front:
    try:
        fields = yaml.safe_load(matter)
    except yaml.YAMLError:
        return Front()
    if not isinstance(fields, dict):
        return Front()
    named = {str(key).casefold(): value for key, value in fields.items()}
    return Front(
        title=_words(named.get("title")),
        author=_words(named.get("author") or named.get("authors")),
        published=parse_date(str(named.get("date") or named.get("published") or "")),
        publisher=_words(named.get("source") or named.get("publisher")),
    )


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or None
    return str(value) if isinstance(value, str | int | float) and str(value).strip() else None


def _heading(tokens: list[Token]) -> str | None:
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _inline(content) or None
    return None


def _blocks(tokens: list[Token]) -> Iterator[str]:
    item, cells, before = "", list[str](), ""
    for token in tokens:
        if token.type == "list_item_open":
            item = "- "
        elif token.type == "inline" and before in {"td_open", "th_open"}:
            cells.append(_inline(token))
        elif token.type == "inline" and (words := _inline(token)):
            yield item + words
            item = ""
        elif token.type == "tr_close":
            yield "; ".join(cell for cell in cells if cell)
            cells = []
        elif token.type in {"fence", "code_block"}:
            yield token.content.strip()
        before = token.type


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts).strip()
