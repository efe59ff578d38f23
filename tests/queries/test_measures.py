"""Network measures, against networkx and by hand."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from allygraph.queries.measures import brokers, communities, to_networkx
from allygraph.queries.records import Edge, Network, Node


def edge(source, target, number, **values):
    """A plain fact."""
    empty = dict.fromkeys(name for name in Edge.__slots__ if name != "evidence")
    counts = {"confidence": 1.0, "sources": 1, "origins": 1, "conflict": False, "symmetric": True}
    ends = {"id": f"fac-{number:03}", "source": source, "target": target, "predicate": "PARTNERS_WITH"}
    return Edge(**{**empty, **counts, **ends, **values})


def network(pairs):
    """The network of these pairs of ids."""
    nodes = sorted({end for pair in pairs for end in pair})
    return Network(
        nodes=tuple(Node(id=node, name=node.upper(), kind="Organisation") for node in nodes),
        edges=tuple(edge(*pair, number) for number, pair in enumerate(pairs)),
        alliances=(),
        scope="test",
    )


def random_pairs(seed):
    """A random graph of 30 nodes with some pairs twice and in both directions."""
    chance = random.Random(seed)
    names = [f"n{number:02}" for number in range(30)]
    pairs = [tuple(chance.sample(names, 2)) for _ in range(55)]
    return pairs + pairs[:5] + [(b, a) for a, b in pairs[5:9]]


@pytest.mark.parametrize("seed", range(5))
def test_brokers_measure_what_networkx_measures(seed):
    """Betweenness and constraint of the simple graph, on random graphs with the seed shown."""
    pairs = random_pairs(seed)
    graph = nx.Graph(pairs)
    between, constraint = nx.betweenness_centrality(graph), nx.constraint(graph)
    rows = brokers(network(pairs))
    assert {row["id"] for row in rows} == {node for node in graph if between[node] > 0}
    for row in rows:
        assert row["betweenness"] == pytest.approx(between[row["id"]], abs=1e-6)
        assert row["constraint"] == pytest.approx(constraint[row["id"]], abs=1e-6)
        assert row["partners"] == len(set(graph[row["id"]]))


@pytest.mark.parametrize("seed", range(3))
def test_order_of_edges_makes_no_difference(seed):
    """The same facts in another order give the same rows."""
    pairs = random_pairs(seed)
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    assert brokers(network(shuffled)) == brokers(network(pairs))
    assert communities(network(shuffled)) == communities(network(pairs))


def test_broker_joins_two_cliques():
    """Whoever links two groups comes first and touches both communities."""
    left = [(a, b) for a in "abcd" for b in "abcd" if a < b]
    right = [(a, b) for a in "wxyz" for b in "wxyz" if a < b]
    graph = network([*left, *right, ("a", "m"), ("m", "w")])
    assert [row["id"] for row in brokers(graph)] == ["m", "a", "w"]
    assert brokers(graph)[0]["communities"] == 2
    groups = {row["id"]: row["community"] for row in communities(graph)}
    assert len({groups[node] for node in "abcd"}) == len({groups[node] for node in "wxyz"}) == 1
    assert groups["a"] != groups["z"]


def test_nothing_gives_nothing():
    """A network without facts has neither brokers nor communities."""
    assert brokers(network([])) == communities(network([])) == []


def test_networkx_graph_keeps_types_and_both_facts():
    """Two facts between the same ends are two edges; numbers stay numbers, what is unknown is left out."""
    base = network([("a", "b"), ("a", "b")])
    graph = to_networkx(Network(base.nodes, (*base.edges, edge("b", "a", 9, amount=5.0, conflict=True)), (), "test"))
    assert graph.number_of_edges("a", "b") == 2
    assert graph.edges["b", "a", "fac-009"]["amount"] == 5.0
    assert graph.edges["b", "a", "fac-009"]["conflict"] is True
    assert "valid_from" not in graph.edges["b", "a", "fac-009"]
    assert graph.nodes["a"] == {"name": "A", "kind": "Organisation", "aliases": "", "facts": 0}
