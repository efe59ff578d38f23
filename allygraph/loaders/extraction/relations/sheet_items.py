"""The entries of one row of a fact sheet: "A (61%); B (12%, until 2022); none in Asia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: What an entry may begin with before its name.
_LEAD = re.compile(
    r"(?:the|its|our|and|including|e\.g\.|mainly|notably|with|also|Prof|Professor|Dr|Mr|Ms|Mrs|Sir|Dame)\.?",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:until|till|ended|expired|terminated|former|formerly|ex|sold|closed|discontinued|dissolved|lapsed|left)\b"
    r"|\b(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:planned|pending|proposed|expected|under negotiation|from next|due)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:none|no|not|never|nobody|unknown|undisclosed|denied|rumou?red)\b|n/a", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its name, the token place of it, its characters in the document and what its remarks say.

    `remark` is the text behind the name, brackets opened.
    """

    slot: Slot
    place: int
    start: int
    end: int
    remark: str
    status: Status | None


def items_of(text: str, start: int, offset: int, tokens: Sequence[Token]) -> Iterator[Item]:
    """The entries of the row `text`, which starts at character `start` of a passage at `offset` in the document."""
    for begin, end in _cut(text):
        words = text[begin:end]
        inside = [
            (place, token.slot)
            for place, token in enumerate(tokens)
            if token.slot is not None and offset + start + begin <= token.start and token.end <= offset + start + end
        ]
        if not inside or _NOTHING.search(words):
            continue
        place, slot = inside[0]
        lead = words[: slot.start - offset - start - begin]
        if any(not _LEAD.fullmatch(word) for word in lead.split()):
            continue
        remark = words[slot.end - offset - start - begin :].strip()
        yield Item(slot, place, offset + start + begin, offset + start + end, remark, _status(remark))


def _status(remark: str) -> Status | None:
    if _ENDED.search(remark):
        return "ended"
    return "planned" if _PLANNED.search(remark) else None


def _cut(text: str) -> list[tuple[int, int]]:
    """The stretches between semicolons outside brackets; where there are none, between commas and "and"."""
    for separator in (re.compile(r";"), re.compile(r",|\band\b|&(?=\s)|\s/\s")):
        marks = [m.span() for m in separator.finditer(text) if _depth(text, m.start()) == 0]
        if marks:
            starts = [0, *(end for _, end in marks)]
            return list(zip(starts, [*(begin for begin, _ in marks), len(text)], strict=True))
    return [(0, len(text))]


def _depth(text: str, place: int) -> int:
    return text.count("(", 0, place) - text.count(")", 0, place)
