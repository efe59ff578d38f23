"""Quoted speech: "we" and "our" stand for the body whose officer speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.relations.discourse import Read
from allygraph.loaders.extraction.relations.grammar.lists import REPORTING
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase
from allygraph.loaders.extraction.relations.grammar.slots import Slot

_WORDS = re.compile(r"\b(?:we|our|us)\b(?!\.)", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”«»]")
#: Sentences for which a quotation goes on after its speaker was named.
_REACH = 3
_SCORE = 0.8


def spoken_slots(
    sentences: Sequence[Read], passages: Sequence[Passage], bodies: Mapping[str, Slot]
) -> Iterator[tuple[int, list[Slot]]]:
    """For each sentence of a speaker with a body, its place and slots for its first-person words."""
    speaker, named_at, quoted = "", -_REACH, False
    host = _interviewed(sentences, bodies)
    answers = _answers(passages)
    for place, read in enumerate(sentences):
        person = _speaker(read)
        if person:
            speaker, named_at = person, place
        marks = len(_QUOTES.findall(read.passage.text))
        inside = quoted or bool(marks)
        quoted = quoted != bool(marks % 2)
        if not person and read.passage.index in answers:
            speaker, named_at = host, place
        body = bodies.get(speaker) if inside and place - named_at < _REACH else None
        if body is None:
            continue
        slots = [_slot(match, read.passage.start, body) for match in _WORDS.finditer(read.passage.text)]
        taken = [token.slot for token in read.parse.tokens if token.slot is not None]
        free = [slot for slot in slots if all(slot.end <= t.start or t.end <= slot.start for t in taken)]
        # Capitals are a country, not a pronoun.
        free = [slot for slot in free if slot.text != "US"]
        if free:
            yield place, sorted([*taken, *free], key=lambda slot: slot.start)


def _answers(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages that begin to answer: a quotation behind a question that stands in no quotation marks."""
    found = set()
    for before, passage in pairwise(passages):
        asked = before.text.rstrip().endswith("?") and not _QUOTES.search(before.text)
        if asked and _QUOTES.match(passage.text.lstrip()):
            found.add(passage.index)
    return frozenset(found)


def _interviewed(sentences: Sequence[Read], bodies: Mapping[str, Slot]) -> str:
    """The person of whom a document speaks most; "" for one without a body, and where no person is named."""
    counts: Counter[str] = Counter(
        token.slot.entities[0]
        for read in sentences
        for token in read.parse.tokens
        if token.slot is not None and token.slot.kind == "Person"
    )
    person = max(counts, key=lambda person: counts[person], default="")
    return person if person in bodies else ""


def _speaker(read: Read) -> str:
    """Who says something in this sentence; "" for nobody."""
    for group in read.parse.groups:
        if group.lemma not in REPORTING:
            continue
        told = group.subject
        around: tuple[NounPhrase | None, ...] = (told, told.named, told.apposed_to) if told is not None else ()
        for phrase in (*around, group.object):
            slot = read.parse.tokens[phrase.head].slot if phrase is not None else None
            if slot is not None and slot.kind == "Person" and len(slot.entities) == 1:
                return slot.entities[0]
    return ""


def _slot(match: re.Match[str], offset: int, body: Slot) -> Slot:
    word = match.group()
    start, end = offset + match.start(), offset + match.end()
    return Slot(body.entities, body.kind, word, start, end, True, _SCORE, word.lower() == "our")
