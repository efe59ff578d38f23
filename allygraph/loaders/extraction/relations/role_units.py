"""A sentence as a row of units, one letter each: persons, titles, bodies, and the words that tie them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.title_spans import TitleSpan, title_spans

_TAGS = {
    "POS": "POS",
    "COMMA": "COMMA",
    "LPAR": "OPEN",
    "RPAR": "CLOSE",
    "SEMI": "SEMI",
    "COLON": "COLON",
    "DASH": "DASH",
    "END": "STOP",
    "CC": "AND",
    "DT": "DET",
    "PS": "DET",
    "BE": "BE",
    "MD": "MODAL",
    "HV": "HAVE",
    "TO": "TO",
    "NEG": "NOT",
    "V": "VERB",
    "N": "NOUN",
    "J": "NOUN",
    "HYP": "NOUN",
    "CD": "NOUN",
    "REL": "WHO",
}
#: Of these nothing is said of roles.
_SKIPPED = frozenset({"RB", "QUOTE", "DATE"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "dame", "h.e", "madam", "prof", "lady", "ret"})


@dataclass(frozen=True, slots=True)
class Act:
    """A shape in which a verb gives a role; `role` is a word for it, "verb", "phrase" or None."""

    shape: re.Pattern[str]
    role: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Shapes:
    """`words` word to letter, `openings` first words of longer ones, `letters` and `shapes` name to letter, pattern."""

    words: Mapping[str, str]
    openings: frozenset[str]
    letters: Mapping[str, str]
    shapes: Mapping[str, re.Pattern[str]]
    acts: Sequence[Act]


@dataclass(frozen=True, slots=True)
class Units:
    """`letters` has one letter for each unit; `places` the token each begins at; `titles` the titles by unit."""

    letters: str
    places: Sequence[int]
    titles: Mapping[int, TitleSpan]

    def unit_at(self, place: int) -> int:
        """The unit that begins at a token, or the next one."""
        return next((unit for unit, start in enumerate(self.places) if start >= place), len(self.places))


@cache
def role_shapes() -> Shapes:
    """The shapes of `role_shapes.yaml`, compiled."""
    data: dict[str, Any] = read_yaml(__package__, "role_shapes.yaml")
    letters = data["letters"]
    words: dict[str, str] = {}
    for name, group in data["units"].items():
        for word in group:
            words.setdefault(str(word), letters[name])
    parts = {"PEOPLE": data["people"], "TITLES": data["titles"]}

    def compiled(shape: str) -> re.Pattern[str]:
        for name, part in parts.items():
            shape = re.sub(rf"\b{name}\b", part, shape)
        return re.compile(re.sub(r"\b[A-Z]{2,}\b", lambda m: letters[m.group()], shape).replace(" ", ""))

    shapes = {name: compiled(shape) for name, shape in data["shapes"].items()}
    acts = [Act(compiled(act["shape"]), act.get("role"), act.get("status")) for act in data["acts"].values()]
    openings = frozenset(word.split()[0] for word in words if " " in word)
    return Shapes(MappingProxyType(words), openings, MappingProxyType(letters), MappingProxyType(shapes), tuple(acts))


def units_of(tokens: Sequence[Token]) -> Units:
    """The units of a sentence; a title with its owner and bodies is one."""
    known = role_shapes()
    spans = {span.start: span for span in title_spans(tokens)}
    letters: list[str] = []
    places: list[int] = []
    titles: dict[int, TitleSpan] = {}
    place = 0
    while place < len(tokens):
        span = spans.get(place)
        if span is not None:
            titles[len(letters)] = span
            letters.append("T")
            places.append(place)
            place = max(span.end, place + 1)
            continue
        letter, length = _letter(tokens, place, known)
        if letter:
            letters.append(letter)
            places.append(place)
        place += length
    return Units("".join(letters), tuple(places), MappingProxyType(titles))


def _letter(tokens: Sequence[Token], place: int, known: Shapes) -> tuple[str, int]:
    """The letter of the unit that begins here, "" for none, and how many tokens it takes."""
    token = tokens[place]
    if token.slot is not None:
        owns = token.slot.possessive or (place + 1 < len(tokens) and tokens[place + 1].tag == "POS")
        if token.slot.kind == "Person":
            return ("d", 2) if owns else ("P", 1)
        return "O", 1
    low = token.low.rstrip(".")
    if low in _HONORIFICS or (
        token.tag == "END" and token.text == "." and place and tokens[place - 1].low in _HONORIFICS
    ):
        return "", 1
    for length in (3, 2) if token.low in known.openings else ():
        joint = known.words.get(" ".join(t.low for t in tokens[place : place + length]))
        if joint is not None:
            return joint, length
    letter = known.words.get(token.low) if token.tag != "TO" else None
    if letter is not None and (token.text[:1].islower() or place == 0 or letter in "xBN"):
        return letter, 1
    if token.tag in _SKIPPED:
        return "", 1
    return known.letters[_TAGS.get(token.tag, "OTHER")], 1
