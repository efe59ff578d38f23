"""The entities of all parts of a document as one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allygraph.graph.model import Kind
from allygraph.graph.names import normal_name
from allygraph.loaders.extraction.llm.answer import Answer, SaidEntity


@dataclass(slots=True)
class Cluster:
    """One entity of a document, as one or several parts of it know it: names counted, kinds counted."""

    names: Counter[str] = field(default_factory=Counter)
    surfaces: dict[str, None] = field(default_factory=dict)
    kinds: Counter[Kind] = field(default_factory=Counter)

    @property
    def kind(self) -> Kind:
        """The kind most parts give it, the earliest of equals."""
        return self.kinds.most_common(1)[0][0]

    def add(self, entity: SaidEntity) -> None:
        """Takes an entity of one part in."""
        self.names[entity.mentions[0]] += 1
        self.surfaces.update(dict.fromkeys(entity.mentions))
        self.kinds[entity.kind] += 1

    def likeness(self, entity: SaidEntity) -> int:
        """How many names are shared, one name in full counting most; 0 for what cannot be the same."""
        own = {normal_name(name, entity.kind) for name in self.surfaces}
        theirs = {normal_name(name, entity.kind) for name in entity.mentions}
        names = {normal_name(name, entity.kind) for name in self.names}
        full = normal_name(entity.mentions[0], entity.kind)
        if entity.kind == "Person" and not any(_may_be_one(full, name) for name in names):
            return 0
        return len(own & theirs) + (1000 if full in names else 0)


def cluster_entities(answers: Sequence[Answer]) -> tuple[list[Cluster], list[Mapping[str, int]]]:
    """The entities of a document, and for each answer which of them (index) each of its ids stands for.

    Two entities of one answer stay two; of two answers they are one where they share a name, people only where one
    full name can be the other.
    """
    clusters: list[Cluster] = []
    places: list[Mapping[str, int]] = []
    for answer in answers:
        own: dict[str, int] = {}
        known = len(clusters)
        for entity in answer.entities:
            scores = [(clusters[at].likeness(entity), -at) for at in range(known) if at not in own.values()]
            best, place = max(scores, default=(0, 0))
            if best:
                own[entity.id] = -place
            else:
                own[entity.id] = len(clusters)
                clusters.append(Cluster())
        for entity in answer.entities:
            clusters[own[entity.id]].add(entity)
        places.append(own)
    return clusters, places


def _may_be_one(one: str, other: str) -> bool:
    """Whether every word of the shorter name is in the longer one: "Smith" and "John Smith", not "Jane Smith"."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first
