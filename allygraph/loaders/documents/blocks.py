"""The blocks of a text: paragraphs, headings, list items, each with its characters.

A blank line ends a block. A single line break ends one too, unless the lines look like prose wrapped at a width: then
the break is a mere space, and a sentence may run over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Block", "Line", "blocks_of", "lines_of"]

#: Lines above this many characters are not wrapped: each is a paragraph.
_WIDEST_WRAP = 130
#: Lines below this many characters are mastheads, addresses, tables rather than wrapped prose.
_NARROWEST_WRAP = 40
#: A wrapped line whose next word would have fitted in this share of the width ended on purpose.
_RAGGED = 0.75

#: Bullets, "3." and "(3)", "a)" and "iv)"; a letter with a full stop is an initial.
_MARKER = re.compile(r"(?:[-*+•‣◦▪●○–—·]|\(?\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,4})\)|#{1,6}|>)[ \t\u00a0]+(?=\S)")
_TRIMMED = " \t\u00a0\u200b\ufeff\u3000"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space around it; `item` where a list marker stood before it."""

    start: int
    end: int
    item: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item: start included, end excluded, no list marker, no white space at the ends."""

    start: int
    end: int


def lines_of(text: str, leave_out: Set[int] = frozenset()) -> Iterator[Line | None]:
    """Each line of `text`; None for a blank one (form feeds and Unicode line ends count as line ends).

    Lines whose numbers, from 0, are in `leave_out` count as blank.
    """
    at = 0
    for number, raw in enumerate(text.splitlines(keepends=True)):
        content = raw.rstrip()
        lead = len(content) - len(content.lstrip(_TRIMMED))
        marker = _MARKER.match(content, lead)
        begin = marker.end() if marker else lead
        bare = content[begin:].rstrip(_TRIMMED)
        yield (
            Line(at + begin, at + begin + len(bare), marker is not None)
            if bare.strip() and number not in leave_out
            else None
        )
        at += len(raw)


def blocks_of(text: str, leave_out: Set[int] = frozenset()) -> Iterator[Block]:
    """The blocks of `text` in order, disjoint, without the lines whose numbers are in `leave_out`; none is empty."""
    group: list[Line] = []
    for line in lines_of(text, leave_out):
        if line is None:
            yield from _split_group(text, group)
            group = []
        else:
            group.append(line)
    yield from _split_group(text, group)


def _split_group(text: str, group: list[Line]) -> Iterator[Block]:
    if not group:
        return
    width = max(line.end - line.start for line in group)
    start = group[0].start
    for line, following in pairwise(group):
        if not _continues(text, line, following, width):
            yield Block(start, line.end)
            start = following.start
    yield Block(start, group[-1].end)


def _continues(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the break after `line` is one of wrapping."""
    if following.item:
        return False
    if text[following.start].islower() and text[line.end - 1] not in ".!?:":
        return True
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    first_word = len(text[following.start : following.end].split(maxsplit=1)[0])
    return line.end - line.start + 1 + first_word > width * _RAGGED
