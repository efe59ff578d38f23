"""From passages and mentions to what the encoder reads: windows of word pieces with shapes and marks, and pairs.

Training and running share this module, so that both see the same. Characters are those of the document, pieces count
from the start of their window; starts are included, ends excluded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Kind

#: Word pieces in a window, the opening and closing ones not counted; and how many of them may be earlier sentences.
LONGEST = 190
CONTEXT = 70
#: Entities of earlier sentences that are paired with those of a sentence.
BEFORE = 8
#: Mentions between two that are still paired.
REACH = 14

KINDS: tuple[Kind, ...] = ("Organisation", "Person", "Product", "Place")
#: Marks: 0 none, then for each kind the first piece of a name, its others, and the same of a pronoun or nominal.
MARKS = 1 + 4 * len(KINDS)
#: Tags: 0 outside, 1-4 first piece of a name by kind, 5-8 its others, then the same of a pronoun or nominal.
REFERENCE = 1 + 2 * len(KINDS)
TAGS = REFERENCE + 2
_WORD = re.compile(r"\w+|[^\w\s]")
#: Shapes of words, by number; the shape of a word is that of all its pieces.
SHAPES = 10

Pieces = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]


@dataclass(frozen=True, slots=True)
class Span:
    """A mention: the entities it stands for, its characters, its kind, whether it is a name, how sure that is.

    `score` is 0 to 1, and 1 for names.
    """

    entities: tuple[str, ...]
    start: int
    end: int
    kind: Kind
    is_name: bool = True
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a mention stands in a window: pieces, passage, and its number in the list of mentions."""

    span: Span
    first: int
    last: int
    passage: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities of which a passage may say something; `first` stands before `second`.

    `passage` is the one that says it; where `crossing`, one of the two stands in an earlier passage only.
    """

    first_entity: str
    second_entity: str
    first: Piece
    second: Piece
    passage: int
    crossing: bool
    between: int


@dataclass(frozen=True, slots=True)
class Row:
    """A passage, or a part of a very long one, in a window: its pieces, and whether it is only there as context."""

    passage: int
    first: int
    last: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once: ids and shapes of its pieces, their characters, and the passages they make."""

    ids: list[int]
    shapes: list[int]
    offsets: list[tuple[int, int]]
    rows: tuple[Row, ...]


def windows(
    text: str,
    passages: Sequence[tuple[int, int]],
    pieces: Pieces,
    first_id: int,
    last_id: int,
    longest: int = LONGEST,
) -> Iterator[Window]:
    """The windows of a document; each passage is asked about in one of them. Cost: O(length of the text)."""
    parts: list[_Part] = []
    for number, (start, end) in enumerate(passages):
        ids, offsets = pieces(text[start:end])
        shapes = _shapes(text[start:end], offsets)
        for cut in range(0, max(len(ids), 1), longest):
            part = slice(cut, cut + longest)
            moved = [(a + start, b + start) for a, b in offsets[part]]
            parts.append(_Part(number, list(ids[part]), moved, shapes[part]))
    begin = 0
    while begin < len(parts):
        context = _context(parts, begin, longest)
        size = sum(len(part.ids) for part in parts[context:begin])
        end = begin
        while end < len(parts) and (end == begin or size + len(parts[end].ids) <= longest):
            size += len(parts[end].ids)
            end += 1
        yield _window(parts[context:end], begin - context, first_id, last_id)
        begin = end


def placed(window: Window, spans: Sequence[Span]) -> list[Piece]:
    """Where mentions stand in a window; `spans` in the order of their start, outer before inner."""
    found: list[Piece] = []
    starts = [span.start for span in spans]
    for row in window.rows:
        if row.first < row.last:
            begin, end = window.offsets[row.first][0], window.offsets[row.last - 1][1]
            own = spans[bisect_left(starts, begin) : bisect_left(starts, end)]
            found += _placed(row, own, window.offsets)
    return found


def marked(window: Window, spans: Sequence[Span]) -> tuple[list[int], list[Pair]]:
    """The marks of the pieces of a window, and the pairs it is asked about; `spans` as for `placed`."""
    found = placed(window, spans)
    marks = [0] * len(window.ids)
    for piece in reversed(found):
        base = 1 + 4 * KINDS.index(piece.span.kind) + (0 if piece.span.is_name else 2)
        marks[piece.first : piece.last] = [base, *[base + 1] * (piece.last - piece.first - 1)]
    asked = list(dict.fromkeys(row.passage for row in window.rows if row.asked))
    return marks, list(_pairs(found, asked))


@dataclass(frozen=True, slots=True)
class _Part:
    passage: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    shapes: list[int]


def _context(parts: Sequence[_Part], begin: int, longest: int) -> int:
    """The first of up to two parts before `begin` that fit into the context, together with the part at `begin`."""
    room = min(CONTEXT, longest - len(parts[begin].ids))
    place = begin
    while place > 0 and begin - place < 2 and len(parts[place - 1].ids) <= room:
        place -= 1
        room -= len(parts[place].ids)
    return place


def _window(parts: Sequence[_Part], context: int, first_id: int, last_id: int) -> Window:
    ids, shapes, offsets = [first_id], [0], [(0, 0)]
    rows = []
    for place, part in enumerate(parts):
        rows.append(Row(part.passage, len(ids), len(ids) + len(part.ids), place >= context))
        ids += part.ids
        shapes += part.shapes
        offsets += part.offsets
    return Window([*ids, last_id], [*shapes, 0], [*offsets, (0, 0)], tuple(rows))


def _placed(row: Row, spans: Sequence[Span], offsets: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The mentions of a row with the pieces they cover."""
    begins = [start for start, _ in offsets[row.first : row.last]]
    ends = [end for _, end in offsets[row.first : row.last]]
    for span in spans:
        first = bisect_right(ends, span.start)
        last = bisect_left(begins, span.end)
        if first < last:
            yield Piece(span, row.first + first, row.first + last, row.passage)


def _pairs(found: Sequence[Piece], asked: Sequence[int]) -> Iterator[Pair]:
    by_passage: dict[int, list[tuple[int, Piece]]] = {}
    for number, piece in enumerate(found):
        by_passage.setdefault(piece.passage, []).append((number, piece))
    for passage in asked:
        here = by_passage.get(passage, [])
        yield from _within(here, passage)
        earlier = [one for before in (passage - 2, passage - 1) for one in by_passage.get(before, [])]
        if earlier and here:
            yield from _crossing(earlier, here, passage)


def _within(here: Sequence[tuple[int, Piece]], passage: int) -> Iterator[Pair]:
    """For two entities of a passage, the two mentions that stand nearest."""
    best: dict[tuple[str, str], tuple[int, Pair]] = {}
    for place, (number, first) in enumerate(here):
        for other, second in here[place : place + REACH + 1]:
            for one in first.span.entities:
                for two in second.span.entities:
                    if one == two or (first is second and one > two):
                        continue
                    gap = max(0, second.first - first.last)
                    key = (one, two) if one < two else (two, one)
                    if key not in best or gap < best[key][0]:
                        pair = Pair(one, two, first, second, passage, False, max(0, other - number - 1))
                        best[key] = (gap, pair)
    yield from (pair for _, pair in best.values())


def _crossing(earlier: Sequence[tuple[int, Piece]], here: Sequence[tuple[int, Piece]], passage: int) -> Iterator[Pair]:
    """Entities of the passage with those that only stand in the two before it, nearest first."""
    present = {entity for _, piece in here for entity in piece.span.entities}
    latest: dict[str, tuple[int, Piece]] = {}
    for number, piece in earlier:
        for entity in piece.span.entities:
            if entity not in present:
                latest.pop(entity, None)
                latest[entity] = (number, piece)
    first_of: dict[str, tuple[int, Piece]] = {}
    for number, piece in here:
        for entity in piece.span.entities:
            first_of.setdefault(entity, (number, piece))
    for before, (number, first) in list(latest.items())[-BEFORE:]:
        for entity, (other, second) in list(first_of.items())[:BEFORE]:
            yield Pair(before, entity, first, second, passage, True, max(0, other - number - 1))


def _shapes(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The shape of the word each piece belongs to."""
    words = [match.span() for match in _WORD.finditer(text)]
    shapes = [_shape(text[start:end], number == 0) for number, (start, end) in enumerate(words)]
    ends = [end for _, end in words]
    places = (bisect_right(ends, start) for start, _ in offsets)
    return [shapes[place] if place < len(shapes) else 0 for place in places]


def _shape(word: str, first: bool) -> int:
    if not word[0].isalnum():
        return 1
    if any(char.isdigit() for char in word):
        return 2 if word.isdigit() else 3
    if word.islower():
        return 4
    if word.isupper():
        return 5 if len(word) > 1 else 6
    if word[0].isupper() and word[1:].islower():
        return 7 if first else 8
    return 9
