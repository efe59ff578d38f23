"""Where the names of a document stand in its sentences: who acts, who is only mentioned, which stand side by side."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.protocol import FoundEntity

_COORDINATED = re.compile(r"^(?:\s*\([^)]{1,40}\))?(?:,|,?\s+and|\s+&|,?\s+or)\s+(?:the\s+|[a-z -]{0,40}\s)?$")
_OBLIQUE = re.compile(
    r"\b(?:in|of|with|to|from|for|on|by|at|into|than|like|as|between|against|via|under|after|before|among|through|about)\s+(?:the\s+)?[\"\u201c\u2018]?$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:\s*\([^)]{1,40}\))?(?:,[^,.;]{1,90},)?\s+(?:\w+ly\s+|also\s+|now\s+|then\s+)?(?:has|have|had|is|was|are|were|will|would|can|could|may|might|must|did|does"
    r"|said|told|plans|says|makes|made|sold|bought|won|owns|runs|began|took|gave|got|held|[a-z]{2,}ed|[a-z]{3,}s)\b"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention in its passage; `subject`: no preposition governs it, and it opens its sentence or a verb follows."""

    entity: FoundEntity
    start: int
    end: int
    passage: int
    subject: bool
    oblique: bool


def place_mentions(
    document: Document, passages: Sequence[Passage], entities: Sequence[FoundEntity]
) -> list[list[Naming]]:
    """The mentions of each passage in reading order."""
    rows: list[list[Naming]] = [[] for _ in passages]
    starts = [passage.start for passage in passages]
    spots = sorted((m.start, m.end, number) for number, entity in enumerate(entities) for m in entity.mentions)
    for start, end, number in spots:
        index = bisect_left(starts, start + 1) - 1
        if index < 0 or end > passages[index].end:
            continue
        row = rows[index]
        left = document.text[max(passages[index].start, start - 20) : start]
        oblique = bool(_OBLIQUE.search(left))
        if row and row[-1].oblique and is_coordinated(document.text[row[-1].end : start]):
            oblique = True
        acts = not oblique and bool(_ACTS.match(document.text, end, min(end + 140, passages[index].end)))
        opens = not oblique and not any(one.subject for one in row)
        rows[index].append(
            Naming(entities[number], start, end, index, entities[number].kind != "Place" and (acts or opens), oblique)
        )
    return rows


def is_oblique(text: str, start: int) -> bool:
    """Whether a preposition governs what begins at `start`."""
    return bool(_OBLIQUE.search(text[max(0, start - 20) : start]))


def name_again(entity: FoundEntity, text: str, start: int, end: int, passage: Passage, number: int) -> Naming:
    """A resolved pronoun or nominal as one more naming of its entity."""
    oblique = is_oblique(text, start)
    acts = bool(_ACTS.match(text, end, min(end + 140, passage.end)))
    return Naming(entity, start, end, number, entity.kind != "Place" and acts and not oblique, oblique)


def is_coordinated(between: str) -> bool:
    """Whether the text between two names is no more than a comma, "and" and a few lower-case words."""
    return bool(_COORDINATED.match(between))


def coordinated(row: Sequence[Naming], text: str) -> Iterator[list[Naming]]:
    """Runs of two or more names side by side in one sentence."""
    run: list[Naming] = []
    for one in row:
        if run and is_coordinated(text[run[-1].end : one.start]):
            run.append(one)
            continue
        if len(run) > 1:
            yield run
        run = [one]
    if len(run) > 1:
        yield run
