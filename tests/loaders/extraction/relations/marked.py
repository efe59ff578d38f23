"""Sentences with marked names, as documents: "[O Telvia] bought [R Telpay]."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allygraph.graph.model import Document, Kind, Mention, Passage, Source
from allygraph.loaders.extraction.protocol import FoundClaim, FoundEntity
from allygraph.loaders.extraction.relations.claims import find_claims

PUBLISHED = "2023-06-14"
_MARK = re.compile(r"\[([OPRL]) ([^\]]+)\]")
_KINDS: dict[str, Kind] = {"O": "Organisation", "P": "Person", "R": "Product", "L": "Place"}


def read_marked(*sentences: str) -> tuple[Document, list[Passage], list[FoundEntity]]:
    """A document of one passage per sentence, and the entities whose names are marked; a name is its own id."""
    text, passages = "", []
    kinds: dict[str, Kind] = {}
    mentions: dict[str, list[Mention]] = {}
    for index, sentence in enumerate(sentences):
        start, place = len(text), 0
        for match in _MARK.finditer(sentence):
            text += sentence[place : match.start()]
            name = match.group(2)
            kinds.setdefault(name, _KINDS[match.group(1)])
            mentions.setdefault(name, []).append(Mention(name, len(text), len(text) + len(name)))
            text += name
            place = match.end()
        text += sentence[place:]
        passages.append(Passage(f"p{index}", index, text[start:], start, len(text)))
        text += "\n"
    document = Document("doc", "doc", "A test", text, Source("src", "Tests"), published=PUBLISHED)
    entities = [FoundEntity(name, kind, name, (), tuple(mentions[name])) for name, kind in kinds.items()]
    return document, passages, entities


def claims_of(*sentences: str, references: Sequence[object] = ()) -> tuple[FoundClaim, ...]:
    """The claims found in marked sentences."""
    document, passages, entities = read_marked(*sentences)
    return find_claims(document, passages, entities, references)  # type: ignore[arg-type]
