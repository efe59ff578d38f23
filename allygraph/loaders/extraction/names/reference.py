"""What pronouns and nominals stand for, precision first: where two readings are close, none is given."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.names.anaphors import Anaphor, all_nouns, find_anaphors, nominal_words
from allygraph.loaders.extraction.names.definitions import defined_terms, uses_of_terms
from allygraph.loaders.extraction.names.descriptors import describe_entities
from allygraph.loaders.extraction.names.lexicon import reference_weights
from allygraph.loaders.extraction.names.namings import Naming, is_oblique, name_again, place_mentions
from allygraph.loaders.extraction.names.plurals import choose_several
from allygraph.loaders.extraction.names.scenes import WINDOW, Scene, Setting
from allygraph.loaders.extraction.names.speakers import find_author, find_speaker
from allygraph.loaders.extraction.protocol import FoundEntity

#: Names before an anaphor that are weighed.
_NEAREST = 24
#: "... stopped X from buying its rival": X, not the subject.
_GERUND = re.compile(r"\s+(?:from|by|for|of|in)\s+[a-z]+ing\s+")
#: What a sentence ends in; a headline or list item without it lends no antecedent to "it".
_SENTENCE_ENDS = frozenset(".!?\"\u201d\u2019')]")


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


def resolve_references(
    document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]
) -> tuple[Reference, ...]:
    """The references that can be told, in reading order; each told one helps the next. Cost: O(length of the text)."""
    if not entities:
        return ()
    setting = _setting(document, passages, entities)
    found: list[Reference] = []
    for number in range(len(passages)):
        for one in _of_passage(number, setting):
            found.append(one)
            if len(one.entities) == 1:
                again = name_again(
                    setting.by_id[one.entities[0]], document.text, one.start, one.end, passages[number], number
                )
                insort(setting.rows[number], again, key=_start)
    return tuple(sorted(found, key=_start))


def _setting(document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]) -> Setting:
    covered = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    return Setting(
        text=document.text,
        passages=passages,
        rows=place_mentions(document, passages, entities),
        by_id={entity.id: entity for entity in entities},
        nouns=describe_entities(document, entities, all_nouns()),
        topic=max(entities, key=lambda entity: len(entity.mentions)).id,
        covered=covered,
        ends=frozenset(end for _, end in covered),
        terms=defined_terms(document, entities),
        author=find_author(passages, entities),
    )


def _of_passage(number: int, setting: Setting) -> Iterator[Reference]:
    """The references of one passage: defined terms first, since they help the pronouns, then the rest in order."""
    passage, text = setting.passages[number], setting.text
    first = max(0, number - WINDOW)
    earlier = [one for n in range(first, number) for one in setting.rows[n][-_NEAREST:]]
    if not earlier and not setting.rows[number] and not setting.author:
        return
    defined = {passage.start + a: (passage.start + b, who) for a, b, who in uses_of_terms(passage.text, setting.terms)}
    for start, (end, who) in defined.items():
        if not _overlaps(setting.covered, start, end):
            yield Reference(text[start:end], start, end, (who,), reference_weights()["defined"])
    scene: Scene | None = None
    for anaphor in find_anaphors(passage.text):
        start, end = passage.start + anaphor.start, passage.start + anaphor.end
        if _overlaps(setting.covered, start, end) or start in defined or _in_apposition(text, start, setting.ends):
            continue
        scene = scene or Scene(setting, number, _breaks(setting, first, number), _closed(setting, first, number))
        if anaphor.sort == "speaker":
            if speaker := find_speaker(setting.text, start, passage, setting.rows[number], setting.author):
                yield Reference(text[start:end], start, end, (speaker,), reference_weights()["speaker"])
            continue
        here = bisect_left(setting.rows[number], start, key=_start)
        before = [*earlier, *setting.rows[number][max(0, here - _NEAREST) : here]][-_NEAREST:]
        if chosen := _choose(anaphor, start, before, scene):
            yield Reference(text[start:end], start, end, chosen[0], round(chosen[1], 2))


def _start(one: Naming | Reference) -> int:
    return one.start


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (start, start))
    return any(a < end and start < b for a, b in spans[max(0, index - 1) : index + 1])


def _in_apposition(text: str, start: int, ends: frozenset[int]) -> bool:
    """Whether only a comma stands between a name and the anaphor ("X, the holding company")."""
    left = text[max(0, start - 4) : start].rstrip()
    return left.endswith(",") and max(0, start - 4) + len(left) - 1 in ends


def _breaks(setting: Setting, first: int, number: int) -> Mapping[int, int]:
    here = setting.passages[number].start
    return {n: setting.text.count("\n\n", setting.passages[n].end, here) for n in range(first, number + 1)}


def _closed(setting: Setting, first: int, number: int) -> Mapping[int, bool]:
    return {n: setting.passages[n].text.rstrip()[-1:] in _SENTENCE_ENDS for n in range(first, number)}


def _choose(
    anaphor: Anaphor, start: int, before: Sequence[Naming], scene: Scene
) -> tuple[tuple[str, ...], float] | None:
    if anaphor.sort in ("plural", "they"):
        return choose_several(anaphor, start, before, scene)
    table = reference_weights()
    latest = next((one for one in reversed(before) if one.subject and one.passage == scene.number), None)
    inner = (
        anaphor.sort == "nominal"
        and is_oblique(scene.setting.text, start)
        and scene.setting.text[start + len(anaphor.text) : start + len(anaphor.text) + 1] not in "'\u2019"
    )
    scores: dict[str, float] = {}
    for one in before:
        fit = _fit(anaphor, one, scene)
        if fit is None:
            continue
        score = fit + table["sentence"] * (scene.number - one.passage) + table["paragraph"] * scene.breaks[one.passage]
        if not (inner and one.passage == scene.number):
            score += table["subject"] * one.subject + table["latest_agent"] * (one is latest)
        if one.passage == scene.number and _GERUND.fullmatch(scene.setting.text, one.end, start):
            score += table["gerund"]
        score += table["topic"] * (one.entity.id == scene.setting.topic)
        scores[one.entity.id] = max(scores.get(one.entity.id, 0.0), score)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < table["margin"]:
        score -= table["doubt"]
    return ((best,), min(score, 0.97)) if score >= table["threshold"] else None


def _fit(anaphor: Anaphor, one: Naming, scene: Scene) -> float | None:
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
    nouns = scene.setting.nouns[one.entity.id]
    modified = table["modified"] if anaphor.modified else 0.0
    if nouns & anaphor.nouns:
        return table["noun_used"] + modified / 2
    if not anaphor.general or kind != "Organisation" or nouns & nominal_words()["authorities"]:
        return None
    return table["general_noun"] + modified
