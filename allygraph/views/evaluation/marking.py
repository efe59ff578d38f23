"""Where names and sentences stand in a text, and the text cut into pieces at every such place.

Pieces let sentences that overlap, and names inside them, be marked by switching classes on and off. They are cut here
since JavaScript counts characters otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; `entity` is the place, in the list of entities, of the one it names."""

    text: str
    entity: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: the pieces of its sentence, first included, last excluded, and of its two ends.

    An end that the sentence does not name is marked where it was last named before.
    """

    sentence: Span
    subject: tuple[int, ...]
    object: tuple[int, ...]


def find_sentence(text: str, sentence: object, start: object = None) -> Span | None:
    """The characters of a sentence, at `start` where it says so; white space may differ. None where it is not there."""
    if not isinstance(sentence, str) or not sentence.strip():
        return None
    if isinstance(start, int) and start >= 0 and text.startswith(sentence, start):
        return start, start + len(sentence)
    found = re.search(_spaced(sentence), text)
    return found.span() if found else None


def find_names(text: str, entities: Sequence[Mapping[str, Any]], within: Span | None = None) -> list[tuple[Span, int]]:
    """Every place that names an entity, with its place in `entities`; of names that overlap, the longest."""
    owner: dict[str, int] = {}
    for at, entity in enumerate(entities):
        for name in (entity["name"], *entity.get("mentions", ())):
            owner.setdefault(" ".join(name.split()), at)
    owner.pop("", None)
    if not owner:
        return []
    longest = sorted(owner, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, longest))})(?!\w)")
    start, end = within or (0, len(text))
    return [(found.span(), owner[" ".join(found[0].split())]) for found in pattern.finditer(text, start, end)]


def find_end(text: str, sentence: Span, entity: Mapping[str, Any]) -> list[Span]:
    """Where the sentence names the entity; else the last place before it, else none."""
    inside = find_names(text, [entity], sentence)
    return [span for span, _ in inside or find_names(text, [entity], (0, sentence[0]))[-1:]]


def cut(
    text: str, names: Sequence[tuple[Span, int]], marked: Sequence[tuple[Span, Sequence[Span], Sequence[Span]]]
) -> tuple[list[Piece], list[Place]]:
    """The pieces of a text, and for each of `marked` (sentence, places of subject and of object) where it stands."""
    spans = [span for span, _ in names]
    for sentence, subject, object_ in marked:
        spans += [sentence, *subject, *object_]
    cuts = sorted({0, len(text), *(bound for span in spans for bound in span)})
    owner = {at: entity for span, entity in names for at in _within(cuts, span)}
    pieces = [Piece(text[start:end], owner.get(at)) for at, (start, end) in enumerate(pairwise(cuts))]
    places = []
    for sentence, subject, object_ in marked:
        held = _within(cuts, sentence)
        places.append(Place((held.start, held.stop), _all(cuts, subject), _all(cuts, object_)))
    return pieces, places


def _within(cuts: Sequence[int], span: Span) -> range:
    return range(bisect_left(cuts, span[0]), bisect_left(cuts, span[1]))


def _all(cuts: Sequence[int], spans: Iterable[Span]) -> tuple[int, ...]:
    return tuple(at for span in spans for at in _within(cuts, span))


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
