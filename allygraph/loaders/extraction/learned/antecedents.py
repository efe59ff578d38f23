"""The names that a pronoun or nominal may stand for, and what the head is told of each besides the encoder's states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from allygraph.loaders.extraction.learned.pairs import bucket
from allygraph.loaders.extraction.learned.windows import KINDS, Piece

#: How many names before and after a reference are weighed, the nearest ones.
BACK = 24
AHEAD = 3
#: Bounds of the buckets of passages, of names between, and of how often the entity is named in the window.
_PASSAGES = (0, 1, 2, 4)
_BETWEEN = (0, 1, 3, 6)
_NAMED = (1, 2)
#: How many figures `ties` gives for each.
TIE = len(KINDS) + 1 + (len(_PASSAGES) + 1) + (len(_BETWEEN) + 1) + 1 + (len(_NAMED) + 1)


def ties(references: Sequence[Piece], names: Sequence[Piece]) -> Iterator[tuple[int, int, list[float]]]:
    """Numbers of a reference and of a name it may stand for, with their figures; both lists in reading order."""
    named = Counter(entity for name in names for entity in name.span.entities)
    opening = {name.passage: number for number, name in reversed(list(enumerate(names)))}
    for number, reference in enumerate(references):
        before = sum(name.first < reference.first for name in names)
        for other in range(max(0, before - BACK), min(len(names), before + AHEAD)):
            name = names[other]
            if name.passage > reference.passage:
                break
            after = other >= before
            between = other - before if after else before - other - 1
            yield (
                number,
                other,
                [
                    *(float(name.span.kind == kind) for kind in KINDS),
                    float(after),
                    *bucket(reference.passage - name.passage, _PASSAGES),
                    *bucket(between, _BETWEEN),
                    float(opening[name.passage] == other),
                    *bucket(max(named[entity] for entity in name.span.entities), _NAMED),
                ],
            )
