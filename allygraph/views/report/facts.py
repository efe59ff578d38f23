"""The facts of a network, ready to be told: with names, alliances and the numbers of the evidence."""

from __future__ import annotations

from collections.abc import Iterable

from allygraph.queries.records import Edge, Network
from allygraph.views.report.deals import deals_of
from allygraph.views.report.numbering import Numbering, negative, positive
from allygraph.views.report.records import Statement
from allygraph.views.report.sentences import fact_sentence, one_line


class Facts:
    """What every chapter needs; a fact or an alliance without evidence is in none of them."""

    def __init__(self, network: Network, numbers: Numbering) -> None:
        self.network = network
        self.numbers = numbers
        self.edges = tuple(edge for edge in network.edges if edge.evidence)
        self.deals = deals_of(network)
        self.alliances = tuple(alliance for deal in self.deals for alliance in deal.alliances)
        self._titles = {alliance.id: f"the alliance “{one_line(alliance.title)}”" for alliance in self.alliances}
        self._names = {node.id: one_line(node.name) for node in network.nodes}

    def unbacked(self) -> int:
        """How many facts and alliances have no evidence."""
        return len(self.network.edges) - len(self.edges) + len(self.network.alliances) - len(self.alliances)

    def of(self, *predicates: str) -> list[Edge]:
        """The facts of these relations, by relation in the order given, then by name."""
        found = [edge for edge in self.edges if edge.predicate in predicates]
        return sorted(found, key=lambda edge: (predicates.index(edge.predicate), *self.ends(edge), edge.id))

    def is_told(self, edge: Edge) -> bool:
        """Whether the fact is part of an alliance that the report tells by itself."""
        return edge.alliance in self._titles

    def ends(self, edge: Edge) -> tuple[str, str]:
        """The names of subject and object; a halt of an alliance names the alliance, not its party."""
        target = edge.alliance if edge.predicate == "HALTS" and self.is_told(edge) else edge.target
        return self._name(edge.source), self._name(target or edge.target)

    def _name(self, identifier: str) -> str:
        return self._names.get(identifier) or self._titles.get(identifier) or identifier

    def say(self, edge: Edge) -> Statement:
        """The fact as a sentence with its evidence."""
        text = fact_sentence(edge, *self.ends(edge))
        return Statement(text, self.numbers.cite(positive(edge)), self.numbers.cite(negative(edge)))

    def say_all(self, edges: Iterable[Edge]) -> tuple[Statement, ...]:
        """A sentence for each fact; facts that read the same, as the halt of an alliance of two does, are one."""
        said: dict[str, Statement] = {}
        for new in map(self.say, edges):
            old = said.get(new.text, new)
            evidence = tuple(sorted({*old.evidence, *new.evidence}))
            said[new.text] = Statement(new.text, evidence, tuple(sorted({*old.against, *new.against})))
        return tuple(said.values())
