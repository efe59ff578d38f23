"""Measures of networks: who is in which community, and who stands between communities.

Communities are those of Louvain's method (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) with a fixed seed;
betweenness is Freeman's (1977), constraint Burt's (1992), all as networkx computes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

import networkx as nx

from allygraph.queries.records import Edge, Network

_SEED = 7
#: Above so many nodes betweenness is estimated, from as many of them as `_PIVOTS`, drawn with the seed (Brandes and
#: Pich 2007): exact values cost O(n m).
_EXACT = 500
_PIVOTS = 200
_DIGITS = 6
Row = dict[str, Any]


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """The network for further analysis: nodes by entity id, edges by fact id, with the attributes of the records.

    Attributes that are `None` are left out and aliases are joined by ` | `, so that every graph format can hold them.
    A symmetric fact is one edge, from `source` to `target`; `claims` counts its evidence.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(scope=network.scope, left_out=network.left_out)
    for node in network.nodes:
        graph.add_node(node.id, name=node.name, kind=node.kind, aliases=" | ".join(node.aliases), facts=node.facts)
    names = [field.name for field in fields(Edge) if field.name not in ("source", "target", "evidence")]
    for edge in network.edges:
        values = {name: getattr(edge, name) for name in names}
        known = {name: value for name, value in values.items() if value is not None}
        graph.add_edge(edge.source, edge.target, key=edge.id, **known, claims=len(edge.evidence))
    return graph


def communities(network: Network) -> list[Row]:
    """One row per entity: `community` (1 is the largest), `size`, `id`, `name`; sorted so."""
    return communities_of(_ties(_pairs(network)))


def brokers(network: Network) -> list[Row]:
    """One row per entity that lies on a shortest path between two others, sorted by betweenness, then name.

    `betweenness` is the share of shortest paths through it, 0 to 1; `communities` how many it has ties to, its own
    included; `constraint` is low for those whose partners do not know one another.
    """
    return brokers_of(_ties(_pairs(network)))


def communities_of(graph: nx.Graph[str]) -> list[Row]:
    """As `communities`, of a graph whose nodes have a `name`."""
    rows = []
    for number, members in enumerate(_communities(graph), 1):
        for node in sorted(members, key=lambda node: (graph.nodes[node]["name"], node)):
            rows.append({"community": number, "size": len(members), "id": node, "name": graph.nodes[node]["name"]})
    return rows


def brokers_of(graph: nx.Graph[str]) -> list[Row]:
    """As `brokers`, of a graph whose nodes have a `name`."""
    community = {node: number for number, members in enumerate(_communities(graph)) for node in members}
    between = _betweenness(graph)
    found = [node for node in graph if between[node] > 0]
    constraint = nx.constraint(graph, found)
    rows = [
        {
            "id": node,
            "name": graph.nodes[node]["name"],
            "betweenness": round(between[node], _DIGITS),
            "communities": len({community[other] for other in (node, *graph[node])}),
            "partners": graph.degree(node),
            "constraint": round(constraint[node], _DIGITS),
        }
        for node in found
    ]
    return sorted(rows, key=lambda row: (-row["betweenness"], row["name"], row["id"]))


def _communities(graph: nx.Graph[str]) -> list[set[str]]:
    """Largest first, then by smallest member."""
    found = nx.community.louvain_communities(graph, seed=_SEED) if graph else []
    return sorted(found, key=lambda members: (-len(members), min(members)))


def _betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    if len(graph) <= _EXACT:
        return dict(nx.betweenness_centrality(graph))
    return dict(nx.betweenness_centrality(graph, k=_PIVOTS, seed=_SEED))


def _pairs(network: Network) -> Iterable[Row]:
    names = {node.id: node.name for node in network.nodes}
    for edge in network.edges:
        yield {
            "source": edge.source,
            "source_name": names[edge.source],
            "target": edge.target,
            "target_name": names[edge.target],
        }


def _ties(rows: Iterable[Mapping[str, Any]]) -> nx.Graph[str]:
    """The simple graph of rows `source, source_name, target, target_name`, built in the order of ids for the seed."""
    graph: nx.Graph[str] = nx.Graph()
    pairs = {tuple(sorted(((r["source"], r["source_name"]), (r["target"], r["target_name"])))) for r in rows}
    graph.add_nodes_from((node, {"name": name}) for node, name in sorted({end for pair in pairs for end in pair}))
    graph.add_edges_from(sorted((first[0], second[0]) for first, second in pairs if first[0] != second[0]))
    return graph


#: What a question may name in its header, by name: from the rows of its statement to the rows of its answer.
MEASURES: Mapping[str, Callable[[Sequence[Row]], list[Row]]] = {
    "brokers": lambda rows: brokers_of(_ties(rows)),
    "communities": lambda rows: communities_of(_ties(rows)),
}
