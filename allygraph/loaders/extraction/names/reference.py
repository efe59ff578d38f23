"""What pronouns and nominals stand for, precision first: where two readings are close, none is given."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.names.anaphors import Anaphor, all_nouns, find_anaphors, nominal_words
from allygraph.loaders.extraction.names.definitions import defined_terms, uses_of_terms
from allygraph.loaders.extraction.names.descriptors import describe_entities
from allygraph.loaders.extraction.names.lexicon import reference_weights
from allygraph.loaders.extraction.names.namings import Naming, coordinated, is_oblique, name_again, place_mentions
from allygraph.loaders.extraction.protocol import FoundEntity

#: Passages before the present one in which an antecedent is looked for.
_WINDOW = 3
#: Names before an anaphor that are weighed.
_NEAREST = 24
#: A plural noun between two names and "they" is the likelier antecedent.
_PLURAL_NOUN = re.compile(r"\b(?!this|its|has|was|says|plans|across|business|process|as|is|us)[a-z]{3,}s\b")
#: "... stopped X from buying its rival": X, not the subject.
_GERUND = re.compile(r"\s+(?:from|by|for|of|in)\s+[a-z]+ing\s+")
#: What a sentence ends in; a headline or list item without it lends no antecedent to "it".
_SENTENCE_ENDS = frozenset(".!?\"\u201d\u2019')]")
#: "They" reaches back over the sentence only from its beginning.
_OPENING = 12


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
class _Scene:
    """What an anaphor is judged against: the names before it, nearest last, and the distance of their passages."""

    before: Sequence[Naming]
    number: int
    breaks: Mapping[int, int]
    closed: Mapping[int, bool]
    nouns: Mapping[str, frozenset[str]]
    topic: str
    text: str


def resolve_references(
    document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]
) -> tuple[Reference, ...]:
    """The references that can be told, in reading order; one that is told helps the next. Cost: O(length of the text)."""
    if not entities:
        return ()
    rows = place_mentions(document, passages, entities)
    nouns = describe_entities(document, entities, all_nouns())
    topic = Counter({entity.id: len(entity.mentions) for entity in entities}).most_common(1)[0][0]
    covered = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    by_id = {entity.id: entity for entity in entities}
    terms = defined_terms(document, entities)
    ends = frozenset(end for _, end in covered)
    found: list[Reference] = []
    for number, passage in enumerate(passages):
        first = max(0, number - _WINDOW)
        earlier = [one for n in range(first, number) for one in rows[n][-_NEAREST:]]
        if not earlier and not rows[number]:
            continue
        breaks: Mapping[int, int] | None = None
        used = set()
        for start, end, party in uses_of_terms(passage.text, terms):
            start, end = passage.start + start, passage.start + end
            if not _overlaps(covered, start, end):
                used.add(start)
                found.append(Reference(document.text[start:end], start, end, (party,), reference_weights()["defined"]))
                insort(rows[number], name_again(by_id[party], document.text, start, end, passage, number), key=_start)
        for anaphor in find_anaphors(passage.text):
            start, end = passage.start + anaphor.start, passage.start + anaphor.end
            if start in used or _overlaps(covered, start, end) or _in_apposition(document.text, start, ends):
                continue
            if breaks is None:
                breaks = _breaks(document, passages, first, number)
                closed = {n: passages[n].text.rstrip()[-1:] in _SENTENCE_ENDS for n in range(first, number)}
            here = bisect_left(rows[number], start, key=_start)
            before = [*earlier, *rows[number][max(0, here - _NEAREST) : here]][-_NEAREST:]
            chosen = _choose(anaphor, start, _Scene(before, number, breaks, closed, nouns, topic, document.text))
            if chosen:
                found.append(Reference(document.text[start:end], start, end, chosen[0], round(chosen[1], 2)))
                if len(chosen[0]) == 1:
                    naming = name_again(by_id[chosen[0][0]], document.text, start, end, passage, number)
                    insort(rows[number], naming, key=_start)
    return tuple(sorted(found, key=_start))


def _start(one: Reference | Naming) -> int:
    return one.start


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (start, start))
    return any(a < end and start < b for a, b in spans[max(0, index - 1) : index + 1])


def _in_apposition(text: str, start: int, ends: frozenset[int]) -> bool:
    """Whether only a comma stands between a name and the anaphor ("X, the holding company")."""
    left = text[max(0, start - 4) : start].rstrip()
    return left.endswith(",") and max(0, start - 4) + len(left) - 1 in ends


def _breaks(document: Document, passages: Sequence[Passage], first: int, number: int) -> Mapping[int, int]:
    """Paragraph breaks between each passage of the window and the present one."""
    return {n: document.text.count("\n\n", passages[n].end, passages[number].start) for n in range(first, number + 1)}


def _choose(anaphor: Anaphor, start: int, scene: _Scene) -> tuple[tuple[str, ...], float] | None:
    if anaphor.sort in ("plural", "they"):
        return _choose_several(anaphor, start, scene)
    table = reference_weights()
    latest = next((one for one in reversed(scene.before) if one.subject and one.passage == scene.number), None)
    inner = (
        anaphor.sort == "nominal"
        and is_oblique(scene.text, start)
        and scene.text[start + len(anaphor.text) : start + len(anaphor.text) + 1] not in "'\u2019"
    )
    scores: dict[str, float] = {}
    for one in scene.before:
        fit = _fit(anaphor, one, scene)
        if fit is None:
            continue
        score = fit + table["sentence"] * (scene.number - one.passage) + table["paragraph"] * scene.breaks[one.passage]
        if not (inner and one.passage == scene.number):
            score += table["subject"] * one.subject + table["latest_agent"] * (one is latest)
        if one.passage == scene.number and _GERUND.fullmatch(scene.text, one.end, start):
            score += table["gerund"]
        score += table["topic"] * (one.entity.id == scene.topic)
        scores[one.entity.id] = max(scores.get(one.entity.id, 0.0), score)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < table["margin"]:
        score -= table["doubt"]
    return ((best,), min(score, 0.97)) if score >= table["threshold"] else None


def _fit(anaphor: Anaphor, one: Naming, scene: _Scene) -> float | None:
    """How well a name fits by kind and by the nouns used of it; None where it cannot be meant."""
    table = reference_weights()
    kind = one.entity.kind
    if anaphor.sort == "person":
        return table["pronoun_person"] if kind == "Person" else None
    if anaphor.sort in ("country", "city"):
        return table["place"] if kind == "Place" else None
    if anaphor.sort == "it":
        if one.passage != scene.number and not (one.subject and scene.closed[one.passage]):
            return None
        return {"Organisation": table["it_organisation"], "Product": table["it_product"]}.get(kind)
    if kind in ("Person", "Place"):
        return None
    nouns = scene.nouns[one.entity.id]
    modified = table["modified"] if anaphor.modified else 0.0
    if nouns & anaphor.nouns:
        return table["noun_used"] + modified / 2
    if not anaphor.general or kind != "Organisation" or nouns & nominal_words()["authorities"]:
        return None
    return table["general_noun"] + modified


def _choose_several(anaphor: Anaphor, start: int, scene: _Scene) -> tuple[tuple[str, ...], float] | None:
    table = reference_weights()
    pronoun = anaphor.sort == "they"
    for index in range(scene.number, max(-1, scene.number - _WINDOW), -1):
        if pronoun and (index < scene.number - 1 or (index < scene.number and anaphor.start > _OPENING)):
            return None
        row = [one for one in scene.before if one.passage == index]
        score = table["several"] + table["sentence"] * (scene.number - index) + table["paragraph"] * scene.breaks[index]
        for members in reversed(list(coordinated(row, scene.text))):
            ids = tuple(dict.fromkeys(one.entity.id for one in members))
            if len(ids) < 2 or (anaphor.two and len(ids) != 2) or not _may_act(members):
                continue
            if pronoun and (members[0].oblique or _PLURAL_NOUN.search(scene.text[members[-1].end : start])):
                continue
            return (ids, score) if score >= table["threshold"] else None
        organisations = tuple(dict.fromkeys(one.entity.id for one in row if one.entity.kind == "Organisation"))
        if not pronoun and len(organisations) == 2:
            return (organisations, score - 0.1) if score - 0.1 >= table["threshold"] else None
        if len(organisations) > 1:
            return None
    return None


def _may_act(members: Sequence[Naming]) -> bool:
    kinds = {one.entity.kind for one in members}
    return len(kinds) == 1 and not kinds & {"Place", "Product"}
