"""What pronouns and nominals stand for, precision first: where two readings are close, none is given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.names.anaphors import Anaphor, all_nouns, find_anaphors, nominal_words
from allygraph.loaders.extraction.names.descriptors import describe_entities
from allygraph.loaders.extraction.names.lexicon import reference_weights
from allygraph.loaders.extraction.protocol import FoundEntity

#: Passages before the present one in which an antecedent is looked for.
_WINDOW = 3
_COORDINATED = re.compile(r"^(?:\s*\([^)]{1,40}\))?(?:,|,?\s+and|\s+&|,?\s+or|\s+with)\s+(?:the\s+|[a-z -]{0,40}\s)?$")
_OBLIQUE = re.compile(r"\b(?:in|of|with|to|from|for|on|by|at|into|than|like|as|between|against|via|under|after|before)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or nominal and the ids of the entities it stands for (several for "both firms").

    Offsets are characters of the document; `score` is 0 to 1.
    """

    text: str
    start: int
    end: int
    entities: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Naming:
    """One mention in its passage; `subject`: the first name of its sentence or clause that no preposition governs."""

    entity: FoundEntity
    start: int
    end: int
    passage: int
    subject: bool


def resolve_references(
    document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]
) -> tuple[Reference, ...]:
    """The references that can be told, in reading order. Cost: O(length of the text)."""
    namings = _namings(document, passages, entities)
    nouns = describe_entities(document, entities, all_nouns())
    counts = Counter({entity.id: len(entity.mentions) for entity in entities})
    found: list[Reference] = []
    covered = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    for number, passage in enumerate(passages):
        for anaphor in find_anaphors(passage.text):
            start, end = passage.start + anaphor.start, passage.start + anaphor.end
            if _overlaps(covered, start, end) and anaphor.sort != "nominal":
                continue
            before = [one for n in range(max(0, number - _WINDOW), number + 1) for one in namings[n] if one.end <= start]
            if _overlaps(covered, start, end):
                continue
            if not before:
                continue
            breaks = _breaks(document, passages, number)
            chosen = _choose(anaphor, before, number, breaks, nouns, counts, document)
            if chosen:
                found.append(Reference(document.text[start:end], start, end, chosen[0], round(chosen[1], 2)))
    return tuple(found)


def _namings(document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]) -> list[list[_Naming]]:
    rows: list[list[_Naming]] = [[] for _ in passages]
    starts = [passage.start for passage in passages]
    spots = sorted((m.start, m.end, number) for number, entity in enumerate(entities) for m in entity.mentions)
    for start, end, number in spots:
        index = bisect_left(starts, start + 1) - 1
        if index < 0 or end > passages[index].end:
            continue
        left = document.text[passages[index].start : start]
        entity = entities[number]
        free = not _OBLIQUE.search(left[-20:]) and entity.kind != "Place"
        subject = free and not any(one.subject for one in rows[index])
        rows[index].append(_Naming(entity, start, end, index, subject))
    return rows


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (start, start))
    return any(a < end and start < b for a, b in spans[max(0, index - 1) : index + 1])


def _breaks(document: Document, passages: Sequence[Passage], number: int) -> Mapping[int, int]:
    """Paragraph breaks between each passage of the window and the present one."""
    return {
        n: document.text.count("\n\n", passages[n].end, passages[number].start) if n < number else 0
        for n in range(max(0, number - _WINDOW), number + 1)
    }


def _choose(
    anaphor: Anaphor,
    before: Sequence[_Naming],
    number: int,
    breaks: Mapping[int, int],
    nouns: Mapping[str, frozenset[str]],
    counts: Counter[str],
    document: Document,
) -> tuple[tuple[str, ...], float] | None:
    if anaphor.sort in ("plural", "they"):
        return _choose_several(anaphor, before, number, breaks, document)
    scores: dict[str, float] = {}
    for one in before:
        fit = _fit(anaphor, one.entity, nouns[one.entity.id])
        if fit is None:
            continue
        score = fit + _nearness(one, number, breaks)
        scores[one.entity.id] = max(scores.get(one.entity.id, 0.0), score)
    if not scores:
        return None
    top = counts.most_common(1)[0][0]
    if top in scores:
        scores[top] += reference_weights()["topic"]
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < reference_weights()["margin"]:
        score -= reference_weights()["doubt"]
    return ((best,), min(score, 0.97)) if score >= reference_weights()["threshold"] else None


def _fit(anaphor: Anaphor, entity: FoundEntity, nouns: frozenset[str]) -> float | None:
    """How well an entity fits by kind and by the nouns used of it; None where it cannot be meant."""
    table = reference_weights()
    words = nominal_words()
    if anaphor.sort == "person":
        return table["pronoun_person"] if entity.kind == "Person" else None
    if anaphor.sort in ("country", "city"):
        return table["place"] if entity.kind == "Place" else None
    if anaphor.sort == "it":
        return {"Organisation": table["it_organisation"], "Product": table["it_product"]}.get(entity.kind)
    if entity.kind in ("Person", "Place"):
        return None
    if nouns & anaphor.nouns:
        return table["noun_used"]
    if not anaphor.general or entity.kind != "Organisation" or nouns & words["authorities"]:
        return None
    return table["general_noun"]


def _nearness(one: _Naming, number: int, breaks: Mapping[int, int]) -> float:
    table = reference_weights()
    score = table["sentence"] * (number - one.passage) + table["paragraph"] * breaks[one.passage]
    return score + (table["subject"] if one.subject else 0.0)


def _choose_several(
    anaphor: Anaphor, before: Sequence[_Naming], number: int, breaks: Mapping[int, int], document: Document
) -> tuple[tuple[str, ...], float] | None:
    table = reference_weights()
    for index in range(number, max(-1, number - _WINDOW), -1):
        row = [one for one in before if one.passage == index]
        for members in reversed(list(_coordinated(row, document.text))):
            ids = tuple(dict.fromkeys(one.entity.id for one in members))
            if len(ids) < 2 or (anaphor.two and len(ids) != 2):
                continue
            if len({one.entity.kind for one in members}) > 1 or members[0].entity.kind in ("Place", "Product"):
                continue
            score = table["several"] + table["sentence"] * (number - index) + table["paragraph"] * breaks[index]
            return (ids, score) if score >= table["threshold"] else None
        organisations = tuple(dict.fromkeys(one.entity.id for one in row if one.entity.kind == "Organisation"))
        if anaphor.sort == "plural" and len(organisations) == 2:
            score = table["several"] - 0.1 + table["sentence"] * (number - index) + table["paragraph"] * breaks[index]
            return (organisations, score) if score >= table["threshold"] else None
        if len(organisations) > 1:
            return None
    return None


def _coordinated(row: Sequence[_Naming], text: str) -> Iterator[list[_Naming]]:
    """Runs of names joined by commas and "and" in one sentence."""
    run: list[_Naming] = []
    for one in row:
        if run and _COORDINATED.match(text[run[-1].end : one.start]):
            run.append(one)
        else:
            if len(run) > 1:
                yield run
            run = [one]
    if len(run) > 1:
        yield run
