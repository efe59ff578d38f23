"""The engines that read with the network: together with the rules, or for relations by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.learned.naming import Tags
from allygraph.loaders.extraction.learned.network import Network, network
from allygraph.loaders.extraction.learned.referring import refer
from allygraph.loaders.extraction.learned.relating import relate
from allygraph.loaders.extraction.learned.settings import weights as shipped_weights
from allygraph.loaders.extraction.learned.windows import Span
from allygraph.loaders.extraction.names import Reference, find_entities, resolve_references
from allygraph.loaders.extraction.protocol import Extraction, FoundEntity
from allygraph.loaders.extraction.relations.claims import find_claims
from allygraph.loaders.extraction.relations.mentioned import EMPHATIC
from allygraph.loaders.extraction.relations.reading import Reading, Weights


class CombinedEngine:
    """Rules and the trained network together: names weighed by both, claims of both with one confidence."""

    name: str = "combined"

    def __init__(self, own: Network | None = None, weights: Weights | None = None) -> None:
        self._network = own or network()
        self._weights = weights or shipped_weights()

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """The entities and claims of one document; never raises for odd text."""
        return self.read(document, passages)[1]

    def read(
        self, document: Document, passages: Sequence[Passage]
    ) -> tuple[Mapping[int, Sequence[Reading]], Extraction]:
        """What the network says of each passage, and what is made of it."""
        places = [(passage.start, passage.end) for passage in passages]
        windows = self._network.windows(document.text, places)
        read = [(window, *self._network.read(window)) for window in windows]
        tags = Tags((window, tags) for window, _, _, tags in read)
        entities = find_entities(document, passages, tags)
        references = refer(
            self._network,
            document,
            passages,
            [(window, tagged) for window, _, tagged, _ in read],
            entities,
            tagged=list(tags.references()),
            ruled=resolve_references(document, passages, entities),
        )
        kinds = {entity.id: entity.kind for entity in entities}
        states = [(window, states) for window, states, _, _ in read]
        readings = relate(self._network, states, list(spans_of(entities, references)), kinds)
        claims = find_claims(document, passages, entities, references, readings, self._weights)
        return readings, Extraction(tuple(entities), claims)


class ModelEngine(CombinedEngine):
    """The network's relations alone, over the names that network and rules find together; for comparison."""

    name: str = "model"

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """The entities and claims of one document; never raises for odd text."""
        found = super().extract(document, passages)
        return Extraction(found.entities, tuple(claim for claim in found.claims if claim.found_by != "rules"))


def spans_of(entities: Sequence[FoundEntity], references: Sequence[Reference]) -> Iterator[Span]:
    """The names and references of a document as the network takes them."""
    kinds = {entity.id: entity.kind for entity in entities}
    for entity in entities:
        for mention in entity.mentions:
            yield Span((entity.id,), mention.start, mention.end, entity.kind)
    for reference in references:
        known = tuple(entity for entity in reference.entities if entity in kinds)
        if known and reference.text.lower() not in EMPHATIC:
            yield Span(known, reference.start, reference.end, kinds[known[0]], is_name=False, score=reference.score)
