"""Names that the text itself declares one: "Full Name (ABC)", "ABC, which stands for Full Name", "X, formerly Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from allygraph.graph.model import Document
from allygraph.graph.names import acronyms
from allygraph.loaders.extraction.names.trimming import Candidate

#: Between a name and its other name.
_BETWEEN = re.compile(
    r"^[\"'\u201d\u2019]?,?\s*\(?\s*(?:which\s+(?:stands|is\s+short)\s+for|short\s+for|stands\s+for|an\s+acronym\s+for"
    r"|(?:also|better|formerly|previously|then|now|sometimes|commonly)\s+(?:known\s+as|called|named)|formerly|f/k/a|a\.?k\.?a\.?|d/b/a"
    r"|doing\s+business\s+as|trading\s+as|known\s+as|abbreviated(?:\s+as)?|renamed|hereinafter|hereafter|or\s+simply)"
    r"\s*(?:the\s+)?[\"'\u201c\u2018]?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"^[\"'\u201d\u2019]?\s*\((?:the\s+|or\s+|hereinafter\s+|together\s+)?"
    r"(?:[\"\u201c][A-Z][a-z]+[\"\u201d],?\s+or\s+)?[\"'\u201c\u2018]?$"
)
_CLOSED = re.compile(r"^[\"'\u201d\u2019]?\s*\)")
#: A bracket that holds no more than this many characters can be another name.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two forms that the text declares one, how, and how sure that is (0 to 1)."""

    left: str
    right: str
    score: float
    rule: str


def find_introductions(document: Document, candidates: Sequence[Candidate]) -> Iterator[Introduction]:
    """The introductions between neighbouring names; `candidates` in reading order."""
    for left, right in pairwise(candidates):
        if left.passage != right.passage or right.start - left.end > _NEAR or right.start <= left.end:
            continue
        between = document.text[left.end : right.start]
        a, b = " ".join(left.text.split()), " ".join(right.text.split())
        if _BRACKET.match(between) and _CLOSED.match(document.text[right.end : right.end + 4]):
            if found := _in_bracket(a, b, quoted="\u201c" in between or '"' in between):
                yield Introduction(a, b, *found)
        elif _BETWEEN.match(between):
            yield Introduction(a, b, 0.95, "said to be the same")


def _in_bracket(a: str, b: str, *, quoted: bool) -> tuple[float, str] | None:
    """How sure it is that `b`, alone in a bracket after `a`, is its other name, and by which rule."""
    rules = (
        (is_acronym(b, a) or is_acronym(a, b) or is_blend(b, a) or is_blend(a, b), 0.97, "acronym in brackets"),
        (" " in a and " " not in b and _is_short_name(b, a), 0.85, "short name in brackets"),
        (quoted, 0.9, "other name in brackets and quotes"),
        (" " in a and " " in b, 0.7, "other name in brackets"),
        (
            " " in a and b.isalpha() and sum(char.isupper() for char in b) > 1 and 3 <= len(b) <= 6,
            0.75,
            "foreign acronym in brackets",
        ),
        (b.isupper() and len(b) <= 6 and " " not in a, 0.75, "symbol in brackets"),
    )
    return next(((score, rule) for met, score, rule in rules if met), None)


def _is_short_name(short: str, long: str) -> bool:
    """Whether the word mixes cases and begins like the name before it: "BaFin", "SoftCo"."""
    mixed = sum(char.isupper() for char in short) > 1 and not short.isupper()
    return mixed and short[0] == long[0]


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` can be made of the first letters of `long`, in order."""
    if " " in short or not 2 <= len(short) <= 10 or " " not in long:
        return False
    letters = [char for char in short if char.isupper() or char.isdigit()]
    if len(letters) < 2:
        return False
    key = "".join(letters).upper()
    if key in acronyms(long):
        return True
    words = [word for word in re.split(r"[\s\-/]+", long) if word]
    heads = [word[0].upper() for word in words]
    if heads[0] != key[0] and not any(head == key[0] for head in heads[:2]):
        return False
    return _in_order(key, heads) and len(key) >= sum(word[0].isupper() for word in words) - 2


def _in_order(key: str, heads: list[str]) -> bool:
    position = 0
    for char in key:
        while position < len(heads) and heads[position] != char:
            position += 1
        if position == len(heads):
            return False
        position += 1
    return True


def is_blend(short: str, long: str) -> bool:
    """Whether `short` is made of the beginnings of words of `long` in order: FINTRAC, INTERPOL."""
    if (
        " " in short
        or not _SHORTEST_BLEND <= len(short) <= 12
        or not short.isalpha()
        or sum(c.isupper() for c in short) < 2
    ):
        return False
    words = [word.casefold() for word in re.split(r"[\s\-/]+", long) if word[:1].isalpha()]
    if len(words) < 2:
        return False
    reached = {0}  # lengths of the beginning of `short` that the words so far can make
    for number, word in enumerate(words):
        more = {
            length + size
            for length in reached
            for size in range(1, min(len(word), len(short) - length) + 1)
            if short[length : length + size].casefold() == word[:size]
        }
        reached = more if number == 0 else reached | more
        if not reached:
            return False
    return len(short) in reached


#: Letters of a blend at least; shorter ones are acronyms or chance.
_SHORTEST_BLEND = 4
