"""Terms that a contract or filing defines for a party: 'Acme Bancorp, Inc. (the "Company")'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from allygraph.graph.model import Document
from allygraph.loaders.extraction.protocol import FoundEntity

_DEFINED = re.compile(
    r"(?:,[^,()]{1,60},?)?\s*\((?:collectively,?\s+|together,?\s+|hereinafter(?:\s+called)?,?\s+)?(?:the|our)\s+"
    r"[\"\u201c\u2018'](?P<term>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})[\"\u201d\u2019']"
)
#: Characters after a name in which its definition must begin.
_REACH = 140


def defined_terms(document: Document, entities: Sequence[FoundEntity]) -> Mapping[str, str]:
    """The id of the party by defined term; the last definition of a term wins."""
    if "(the" not in document.text and "(our" not in document.text and "(hereinafter" not in document.text:
        return {}
    terms: dict[str, str] = {}
    for entity in entities:
        if entity.kind in ("Person", "Place"):
            continue
        for mention in entity.mentions:
            if found := _DEFINED.match(document.text, mention.end, mention.end + _REACH):
                terms[found.group("term")] = entity.id
    return terms


def uses_of_terms(text: str, terms: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and entity id of every "the Company" in a passage; offsets are characters of the passage."""
    if not terms:
        return
    choices = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:[Tt]he|THE)\s+({choices})\b", text):
        yield match.start(), match.end(), terms[match.group(1)]
