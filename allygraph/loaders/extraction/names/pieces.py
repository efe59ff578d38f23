"""Stretches of words with capitals, before titles and roles are cut off them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.loaders.extraction.names.boundaries import (
    NAME_SHAPES,
    breaks_name,
    is_initial_letter,
    is_lettered,
    is_small_lettered,
)
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.joining import join_next
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.lower_names import is_lower_name
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

_OPENING = frozenset("\"'\u201c\u2018\u00ab(:[\u2022*-\u2013\u2014~#.)")
#: After these the next word may carry a capital without being a name; a bracket or dash does not raise its word.
_RAISING = frozenset('"\u201c\u2018\u00ab:\u2022*.!?')
#: Marks and numbers that a list item may begin with.
_MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to `last` (included). `initial`: a capital on the first word says nothing by its place.

    `tail` is the lower-case word hyphened to the end ("based" in "Paris-based").
    """

    first: int
    last: int
    initial: bool
    tail: str | None = None


def find_pieces(tokens: Tokens, words: Lexicon, known: Gazetteer) -> Iterator[Piece]:
    """The pieces of a passage in reading order."""
    index = 0
    while index < len(tokens.words):
        if not _begins_name(tokens, index, words, known):
            index += 1
            continue
        after = _extend(tokens, index, words, known)
        yield Piece(index, after - 1, is_initial(tokens, index), _hyphen_tail(tokens, after))
        index = after


def is_initial(tokens: Tokens, index: int) -> bool:
    """Whether the token begins a sentence, a quoted sentence, a list item."""
    if index == 0 or tokens.words[index - 1] in _RAISING:
        return True
    back = index - 1
    while back >= 0 and (tokens.words[back] in _OPENING or tokens.shapes[back] is Shape.NUMBER):
        back -= 1
        if index - back > _MOST_MARKS:
            return False
    return back < 0


def _begins_name(tokens: Tokens, index: int, words: Lexicon, known: Gazetteer) -> bool:
    if index in tokens.masked:
        return False
    shape = tokens.shapes[index]
    if shape in NAME_SHAPES:
        return not breaks_name(tokens, index, words)
    if is_small_lettered(tokens, index, words):
        return True
    if shape is Shape.LETTER:
        return is_initial_letter(tokens, index) or is_lettered(tokens, index) or known.match(tokens, index) > index
    return is_lower_name(tokens, index, words)


def _extend(tokens: Tokens, first: int, words: Lexicon, known: Gazetteer) -> int:
    """The index after the piece that begins at `first`."""
    after = _with_dot(tokens, max(known.match(tokens, first), first + 1), words)
    if tokens.shapes[first] is Shape.LOWER and not is_small_lettered(tokens, first, words):
        return after
    while after < len(tokens.words):
        joined = join_next(tokens, first, after, words, known)
        if joined == after:
            break
        after = _with_dot(tokens, joined, words)
    return after


def _with_dot(tokens: Tokens, after: int, words: Lexicon) -> int:
    """Takes in the dot of "Inc.", "Mt.", "J."."""
    if after >= len(tokens.words) or tokens.words[after] != "." or tokens.gap(after):
        return after
    last = after - 1
    if tokens.shapes[last] is not Shape.LETTER and tokens.lower[last] not in words.classes["abbreviations"]:
        return after
    more = after + 1 < len(tokens.words) and tokens.shapes[after + 1] in NAME_SHAPES | {Shape.LETTER}
    return after + 1 if more or tokens.lower[last] in words.classes["legal_forms"] else after


def _hyphen_tail(tokens: Tokens, after: int) -> str | None:
    if after + 1 >= len(tokens.words) or tokens.words[after] != "-" or tokens.gap(after) or tokens.gap(after + 1):
        return None
    return tokens.words[after + 1] if tokens.shapes[after + 1] is Shape.LOWER else None
