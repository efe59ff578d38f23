"""Words of a passage with their offsets and shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from allygraph.graph.model import Passage

_TOKEN = re.compile(
    r"(?P<i>(?:[^\W\d_]\.){2,}|[A-Z]\.[A-Z]\b)"  # U.S., H.E., D.C
    r"|(?P<p>['\u2019]s\b|(?<=s)['\u2019](?!\w))"  # possessive
    r"|(?P<n>\d+(?:[.,:]\d+){0,8}(?![^\W_]))"
    r"|(?P<w>[^\W_]+(?:['\u2019](?!s\b)[^\W_]+)*)"
    r"|(?P<x>[^\w\s]|_)"
)
#: Stock symbols in brackets, addresses: "(7203.T)", "[UBER.UL]", "(NYSE: F)" (the exchange stays), "www.x.org".
_MASKED = re.compile(
    r"\([A-Z0-9]{1,8}_?[a-z]?(?:\.[A-Za-z]{1,3})+\)|\[[A-Z0-9]+\.[A-Z]{1,3}\]|(?<=:)\s?[A-Z0-9.]{1,8}(?=\))"
    r"|(?<=[A-Z]{2}:|aq:|xt:|ge:)\s?[A-Z0-9.]{1,8}(?=[;,])"
    r"|\b(?:[Tt]icker|[Ss]ymbol|ISIN|LEI)(?:\s+symbol)?:?\s+[A-Z0-9]{1,20}\b|\b[A-Z]{3}(?=\s\d[\d.,]*\s(?:thousand|[mb]illion|trillion|bn|m)\b)"
    r"|https?://\S+|www\.\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.\w+|\b[a-z0-9-]{1,63}\.(?:com|org|net|io|gov|edu)\b(?:/\S*)?"
)


class Shape(IntEnum):
    """What the letters of a token look like."""

    OTHER = 0  # punctuation, digits, scripts without case
    LOWER = 1
    CAPITAL = 2  # Toyota
    UPPER = 3  # SWIFT, C2CX
    MIXED = 4  # PwC, bitFlyer
    INITIALS = 5  # U.S.
    LETTER = 6  # a single capital
    NUMBER = 7
    POSSESSIVE = 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one passage as parallel lists; offsets are characters of the document.

    `masked` holds the indexes of tokens that can be no part of a name (stock symbols, addresses).
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[Shape]
    masked: frozenset[int]

    def gap(self, index: int) -> int:
        """Characters between token `index` and the one before; large at the start of the passage."""
        return self.starts[index] - self.ends[index - 1] if index else 99


def tokenise(passage: Passage) -> Tokens:
    """Cost: O(length of the passage)."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shapes: list[Shape] = []
    offset = passage.start
    for match in _TOKEN.finditer(passage.text):
        word = match.group()
        words.append(word)
        starts.append(offset + match.start())
        ends.append(offset + match.end())
        group = match.lastgroup
        shapes.append(_shape(word) if group in ("w", "i") else _PLAIN_SHAPES[group or "x"])
    return Tokens(
        words, [w.casefold().replace("\u2019", "'") for w in words], starts, ends, shapes, _masked(passage, starts)
    )


_PLAIN_SHAPES = {"x": Shape.OTHER, "n": Shape.NUMBER, "p": Shape.POSSESSIVE}


@lru_cache(maxsize=20_000)
def _shape(word: str) -> Shape:
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        if word.endswith(".") or "." in word:
            return Shape.INITIALS
        if len(word) == 1:
            return Shape.LETTER
        return Shape.OTHER if word[0].isdigit() and sum(c.isalpha() for c in word) < 2 else Shape.UPPER
    if word[0].isupper() and word[1:].islower():
        return Shape.CAPITAL
    if any(char.isupper() for char in word):
        return Shape.OTHER if word[0].isdigit() else Shape.MIXED
    return Shape.OTHER


def _masked(passage: Passage, starts: list[int]) -> frozenset[int]:
    spans = [(m.start() + passage.start, m.end() + passage.start) for m in _MASKED.finditer(passage.text)]
    if not spans:
        return frozenset()
    found: set[int] = set()
    position = 0
    for index, start in enumerate(starts):
        while position < len(spans) and spans[position][1] <= start:
            position += 1
        if position < len(spans) and spans[position][0] <= start:
            found.add(index)
    return frozenset(found)
