"""Names, and the words that stand for them, as slots of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.protocol import FoundEntity
from allygraph.loaders.extraction.relations.grammar.slots import Slot

#: "B has itself been": these name nobody new.
EMPHATIC = frozenset({"itself", "himself", "herself", "themselves"})
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "whose"})


class Referring(Protocol):
    """A pronoun or nominal with the entities it stands for, as `names.reference` gives it."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def entities(self) -> tuple[str, ...]: ...
    @property
    def score(self) -> float: ...


def slots_of(entities: Sequence[FoundEntity], references: Iterable[Referring]) -> Iterator[Slot]:
    """The slots of a document, names first; references to unknown entities are left out."""
    kinds: dict[str, Kind] = {}
    for entity in entities:
        kinds[entity.id] = entity.kind
        for mention in entity.mentions:
            yield Slot((entity.id,), entity.kind, mention.text, mention.start, mention.end)
    for reference in references:
        ids = tuple(entity for entity in reference.entities if entity in kinds)
        if ids and reference.text.lower() not in EMPHATIC:
            low = reference.text.lower()
            yield Slot(
                ids,
                kinds[ids[0]],
                reference.text,
                reference.start,
                reference.end,
                True,
                reference.score,
                low in _POSSESSIVES,
            )
