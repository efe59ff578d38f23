"""The nouns a document uses of its entities: "the chip maker X", "X, a crypto exchange", "X Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from allygraph.graph.model import Document, Mention, Passage
from allygraph.loaders.extraction.names.appositions import apposed_noun
from allygraph.loaders.extraction.names.tokens import tokenise
from allygraph.loaders.extraction.protocol import FoundEntity

_BEFORE = re.compile(r"([a-z][a-z-]*)(?:\s+(?:called|named|dubbed))?\s+[\"'\u201c\u2018]?$")
_AFTER = re.compile(r"\s+((?:[a-z][a-z-]*\s+)?[a-z][a-z-]*)\b")
_APPOSED = re.compile(
    r"[\"'\u201d\u2019]?(?:\s*\([^)]{1,40}\))?\s*(?:,|\bis\b|\bwas\b)\s+(?=(?:an?|the|one)\b)", re.IGNORECASE
)
#: "... to launch a joint exchange, X": what a deal creates is the venture.
_CREATED = re.compile(
    r"\b(?:launch|creat|establish|form|found|set(?:ting)? up)(?:e|es|ed|ing|s)?\s+(?:an?|the|their|its)\s+"
    r"(?:[\w:-]+\s+){0,4}[\w-]+,\s*$"
    r"|\bjoint\s+(?:[a-z-]+\s+){1,3}?(?:called|named|dubbed)\s+$|\bjoint\s+venture,?\s+(?:called\s+|named\s+|dubbed\s+)?$"
)
#: Characters before a name in which its creation is told.
_CREATION = 100
#: Characters read to the left and right of a name.
_LEFT, _RIGHT = 40, 90


def describe_entities(
    document: Document, entities: Iterable[FoundEntity], nouns: frozenset[str]
) -> Mapping[str, frozenset[str]]:
    """The nouns out of `nouns` used of each entity, by entity id."""
    return {entity.id: frozenset(_nouns_of(document.text, entity)) & nouns for entity in entities}


def _nouns_of(text: str, entity: FoundEntity) -> set[str]:
    found: set[str] = set()
    for name in (entity.name, *entity.aliases):
        words = name.casefold().replace(",", "").rstrip(".").split()
        if len(words) > 1:
            found.update(words)
        if "central bank" in name.casefold():
            found.add("central-bank")
    for mention in entity.mentions:
        found.update(_around(text, mention))
    return found


def _around(text: str, mention: Mention) -> set[str]:
    found: set[str] = set()
    left = text[max(0, mention.start - _LEFT) : mention.start]
    if before := _BEFORE.search(left):
        found.add(before.group(1).rsplit("-", 1)[-1])
        found.add(before.group(1))
        if left.rstrip().endswith("central bank"):
            found.add("central-bank")
    if _CREATED.search(text, max(0, mention.start - _CREATION), mention.start):
        found.update(("venture", "joint-venture"))
    right = text[mention.end : mention.end + _RIGHT]
    if after := _AFTER.match(right):
        found.update(after.group(1).split())
    if apposed := _APPOSED.match(right):
        slice_ = right[apposed.end() :]
        if noun := apposed_noun(tokenise(Passage("", 0, slice_, 0, len(slice_))), 0):
            found.add(noun)
    return found
