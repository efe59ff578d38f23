"""GraphML, as Gephi, yEd, igraph and networkx read it."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from allygraph.queries.measures import to_networkx
from allygraph.queries.records import Network
from allygraph.views.exports.text import clean
from allygraph.views.wording import relation_words


def write_graphml(network: Network, path: Path) -> None:
    """Writes the nodes and facts of the network, with the attributes of `to_networkx` and what shows in a drawing.

    `label` is the name of a node and the words of a relation, `quote` and `document` are those of the strongest
    evidence, `fact` is the id of the fact. An alliance that a fact points at is a node of kind Alliance. What is not
    known has no attribute.
    """
    nx.write_graphml(labelled(network), path, encoding="utf-8", infer_numeric_types=True)


def labelled(network: Network) -> nx.MultiDiGraph[str]:
    """The network of `to_networkx` with labels and quotes, and only characters that XML allows."""
    graph = to_networkx(network)
    for alliance in network.alliances:
        if alliance.id in graph:
            graph.nodes[alliance.id].update(name=alliance.title, kind="Alliance")
    for identifier, values in graph.nodes(data=True):
        values.update({name: _cleaned(value) for name, value in values.items()})
        values["label"] = values.get("name", identifier)
    facts = {edge.id: edge for edge in network.edges}
    for _, _, key, values in graph.edges(keys=True, data=True):
        values["fact"] = values.pop("id")  # igraph reads an attribute `id` as the id of the line
        values["label"] = relation_words(facts[key].predicate, facts[key].role)
        if facts[key].evidence:
            strongest = facts[key].evidence[0]
            values.update(quote=strongest.sentence, document=strongest.document_title)
        values.update({name: _cleaned(value) for name, value in values.items()})
    graph.graph.update({name: _cleaned(value) for name, value in graph.graph.items()})
    return graph


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value
