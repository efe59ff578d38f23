"""Stretches of words with capitals, with the small words between them that a name may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

_NAME_SHAPES = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED, Shape.INITIALS})
_OPENING = frozenset("\"'\u201c\u2018\u00ab(:[\u2022*-\u2013\u2014~")
#: After these the next word may carry a capital without being a name; a bracket or dash does not raise its word.
_RAISING = frozenset('"\u201c\u2018\u00ab:\u2022*.!?')
_QUOTES = frozenset("\"'\u201c\u2018\u00ab\u201d\u2019\u00bb")


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
    """The pieces of a passage in reading order, before titles and roles are cut off."""
    index = 0
    while index < len(tokens.words):
        if not begins_name(tokens, index, words, known):
            index += 1
            continue
        after, tail = _extend(tokens, index, words, known)
        yield Piece(index, after - 1, is_initial(tokens, index), tail)
        index = after


def begins_name(tokens: Tokens, index: int, words: Lexicon, known: Gazetteer) -> bool:
    """Whether a name may begin at the token."""
    if index in tokens.masked:
        return False
    shape = tokens.shapes[index]
    if shape in _NAME_SHAPES:
        return not _breaks(tokens, index, words)
    if shape is Shape.LETTER:
        return _is_initial_letter(tokens, index) or _is_lettered(tokens, index) or known.match(tokens, index) > index
    return shape is Shape.LOWER and tokens.words[index] in words.known_products


def is_initial(tokens: Tokens, index: int) -> bool:
    """Whether the token begins a sentence, a quoted sentence, a list item."""
    if index == 0:
        return True
    before = tokens.words[index - 1]
    if before in _RAISING:
        return True
    back = index - 1
    while back >= 0 and (
        tokens.words[back] in _OPENING or tokens.shapes[back] is Shape.NUMBER or tokens.words[back] in "#.)"
    ):
        back -= 1
    return back < 0


def _is_initial_letter(tokens: Tokens, index: int) -> bool:
    after = index + 1
    return (
        after + 1 < len(tokens.words)
        and tokens.words[after] == "."
        and tokens.gap(after) == 0
        and tokens.shapes[after + 1] in _NAME_SHAPES | {Shape.LETTER}
    )


def _is_lettered(tokens: Tokens, index: int) -> bool:
    """A single letter hyphened to a name: "E-ZPass", "T-Mobile"."""
    after = index + 1
    glued = (
        after + 1 < len(tokens.words)
        and tokens.words[after] == "-"
        and tokens.gap(after) == 0
        and tokens.gap(after + 1) == 0
    )
    return glued and tokens.shapes[after + 1] in _NAME_SHAPES


def _is_date_word(tokens: Tokens, index: int) -> bool:
    """Whether a short month or weekday ("Jan", "Sun") stands in a date, not in a name."""
    if len(tokens.words[index]) > 4:
        return True
    around = [tokens.shapes[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens.words)]
    if Shape.NUMBER in around:
        return True
    after = index + 1
    dot = after < len(tokens.words) and tokens.words[after] == "." and tokens.gap(after) == 0
    return dot or (
        index > 0
        and tokens.lower[index - 1]
        in {"in", "on", "since", "until", "of", "by", "last", "next", "this", "early", "late", "mid"}
    )


def _breaks(tokens: Tokens, index: int, words: Lexicon) -> bool:
    low = tokens.lower[index]
    shape = tokens.shapes[index]
    if low in words.classes["months"] or low in words.classes["weekdays"]:
        return shape is Shape.CAPITAL and _is_date_word(tokens, index)
    return shape is Shape.CAPITAL and low in words.function and low not in _SOFT


#: Small words that names do begin with or hold: "New York", "First Republic", "Capital One".
_SOFT = frozenset(
    "new old first second third fourth fifth one two three four five six seven eight nine ten next last best up out down "
    "back like us will may plus hundred thousand million billion".split()
)


def _extend(tokens: Tokens, first: int, words: Lexicon, known: Gazetteer) -> tuple[int, str | None]:
    """The index after the piece that begins at `first`, and the word hyphened to it."""
    after = max(known.match(tokens, first), first + 1)
    after = _with_dot(tokens, after, words)
    if tokens.shapes[first] is Shape.LOWER:
        return after, None
    while after < len(tokens.words):
        joined = _join(tokens, first, after, words, known)
        if joined == after:
            return after, _hyphen_tail(tokens, after, words)
        after = _with_dot(tokens, joined, words)
    return after, None


def _with_dot(tokens: Tokens, after: int, words: Lexicon) -> int:
    """Takes in the dot of "Inc.", "Mt.", "J."."""
    if after < len(tokens.words) and tokens.words[after] == "." and tokens.gap(after) == 0:
        last = after - 1
        if tokens.shapes[last] is Shape.LETTER or tokens.lower[last] in words.classes["abbreviations"]:
            more = after + 1 < len(tokens.words)
            if tokens.lower[last] in words.classes["legal_forms"] or (
                more and tokens.shapes[after + 1] in _NAME_SHAPES
            ):
                return after + 1
            if more and tokens.shapes[after + 1] is Shape.LETTER:
                return after + 1
    return after


def _join(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    """The index after the next part of the piece, or `after` when the piece ends here."""
    gap = tokens.gap(after)
    if gap > 2 or after in tokens.masked:
        return after
    word, low, shape = tokens.words[after], tokens.lower[after], tokens.shapes[after]
    if shape is Shape.LETTER and (word in "AI" or gap == 0) and not _is_initial_letter(tokens, after):
        return after
    if shape in _NAME_SHAPES or shape is Shape.LETTER:
        if gap == 0 and tokens.words[after - 1] != ".":
            return after
        if (
            tokens.words[after - 1] == "."
            and tokens.lower[after - 2] in words.classes["legal_forms"]
            and low not in words.classes["legal_forms"]
        ):
            return after
        if _breaks(tokens, after, words) and not _is_inner(tokens, first, after, words):
            return after
        return max(known.match(tokens, after), after + 1)
    if after + 1 >= len(tokens.words) or after + 1 in tokens.masked:
        return after
    following = tokens.shapes[after + 1]
    next_raised = following in _NAME_SHAPES and not _breaks(tokens, after + 1, words)
    if gap == 0 and tokens.gap(after + 1) == 0:
        return _join_glued(tokens, after, words, known)
    if word[0].isdigit() and gap == 1 and _numbers_name(tokens, after, words, known):
        return after + 1
    if (
        shape is Shape.LOWER
        and next_raised
        and tokens.lower[after + 1] in words.classes["legal_forms"]
        and low not in words.function
    ):
        return after + 2
    if word == "," and tokens.lower[after + 1] in words.classes["legal_forms"] and next_raised:
        return after + 2
    if word == "&":
        in_list = (
            first > 0 and tokens.words[first - 1] == "," and first > 1 and tokens.shapes[first - 2] in _NAME_SHAPES
        )
        return after + 2 if next_raised and not in_list else after
    if shape is Shape.LOWER and low in words.classes["particles"] and next_raised and low not in {"of", "and"}:
        return after + 2
    if low in {"of", "for", "on", "in", "and"}:
        return _join_small_word(tokens, first, after, words, known)
    return after


def _is_inner(tokens: Tokens, first: int, index: int, words: Lexicon) -> bool:
    """Whether a small word with a capital stands between two words of a name: "Reporters Without Borders"."""
    if tokens.lower[index] not in words.function or index + 1 >= len(tokens.words) or (first == 0 and index == 1):
        return False
    return tokens.shapes[index + 1] is Shape.CAPITAL and tokens.lower[index + 1] not in words.function


def _numbers_name(tokens: Tokens, index: int, words: Lexicon, known: Gazetteer) -> bool:
    """Whether a number is the end of a name ("Falcon 9"): one to three digits, no noun or unit after it."""
    if not tokens.words[index].rstrip("s").isdigit() or len(tokens.words[index]) > 4 or index + 1 >= len(tokens.words):
        return False
    before, following = tokens.lower[index - 1], tokens.lower[index + 1]
    if before in words.not_names or before in words.classes["months"]:
        return False
    if tokens.words[index].endswith("s"):
        return True
    if following in {".", ",", ")"} and len(tokens.words[index]) < 3:
        return not known.find(tokens.words[index - 1])
    plain = tokens.shapes[index + 1] is Shape.LOWER
    if len(tokens.words[index]) > 3:
        return False
    return (plain and following in words.function and following not in _COUNTED) or following in words.classes[
        "number_followers"
    ]


#: Small words that stand after a count rather than after a name.
_COUNTED = frozenset("of to per million billion thousand hundred times more and or in on".split())


def _join_glued(tokens: Tokens, after: int, words: Lexicon, known: Gazetteer) -> int:
    """Hyphen, slash, dot, ampersand without spaces: "F-16", "Hyung-chul", "DC/EP", "Node.js", "AT&T"."""
    mark, left, right = tokens.words[after], tokens.words[after - 1], tokens.words[after + 1]
    shape = tokens.shapes[after + 1]
    if mark == "-":
        if shape is Shape.LOWER:
            return after if words.is_common(right) or right in words.classes["hyphen_tails"] else after + 2
        if left in words.demonyms or right in words.demonyms or (known.find(left) and known.find(right)):
            return after
        return after + 2 if shape is not Shape.OTHER or right.isalnum() else after
    if mark == "/":
        short = left.isupper() and right.isupper() and len(left) <= 4 and len(right) <= 4
        plain = not (words.is_not_name(left) or words.is_not_name(right) or known.find(left) or known.find(right))
        return after + 2 if short and plain else after
    if mark == "&":
        return after + 2
    if mark == "." and shape is Shape.LOWER and len(right) <= 3:
        return after + 2
    return after


def _join_small_word(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    """Joins "of", "for", "on", "in", "and" and what follows, where the name so far asks for it."""
    low = tokens.lower[after]
    target = after + 1
    if tokens.lower[target] == "the" and low != "and" and target + 1 < len(tokens.words):
        target += 1
    if tokens.shapes[target] not in _NAME_SHAPES or _breaks(tokens, target, words) or target in tokens.masked:
        return after
    inside = tokens.lower[first:after]
    last = inside[-1]
    heads = words.classes["of_heads"]
    nested = any(small in inside for small in ("of", "for", "on"))
    if low in {"of", "for", "on"}:
        begins = inside[0] in heads and known.find(tokens.words[target]) is not None
        fits = last in heads and (
            low != "on" or last in {"council", "committee", "commission", "conference", "institute", "convention"}
        )
        return target + 1 if fits or (low == "of" and begins) else after
    if low == "in":
        return target + 1 if nested and "on" in inside else after
    return target + 1 if _joins_and(tokens, first, after, words, known, nested=nested) else after


def _joins_and(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer, *, nested: bool) -> bool:
    """Whether "A and B" is one name: "Institute of Finance and Banking", "Securities and Exchange Commission"."""
    right = tokens.words[after + 1]
    last = tokens.lower[after - 1]
    found = known.find(right)
    if not words.is_common(right.casefold()) or (found and found.kind == "Place"):
        return False
    if nested:
        return True
    if not words.is_common(last) or last in words.classes["organisation_heads"] - words.classes["and_heads"]:
        return False
    if known.find(" ".join(tokens.words[first:after])):
        return False
    end = after + 1
    while end < len(tokens.words) and tokens.shapes[end] in _NAME_SHAPES and not _breaks(tokens, end, words):
        if not words.is_common(tokens.lower[end]):
            return False
        end += 1
    return tokens.lower[end - 1] in words.classes["organisation_heads"] | words.classes["legal_forms"]


def _hyphen_tail(tokens: Tokens, after: int, words: Lexicon) -> str | None:
    if after + 1 < len(tokens.words) and tokens.words[after] == "-" and tokens.gap(after) == 0:
        tail = tokens.words[after + 1]
        if tokens.shapes[after + 1] is Shape.LOWER and tokens.gap(after + 1) == 0:
            return tail
    return None
