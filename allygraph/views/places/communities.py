"""Communities: entities that have more facts with one another than with others (Leiden, by modularity)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from allygraph.views.seeding import seeded

#: Nodes up to which the cut is refined until it hardly changes; beyond, two rounds: 1 s at 100,000 nodes, not 4 s.
REFINED = 30_000


def find_communities(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The communities of nodes 0 to `count`, largest first, each in order; a node without a tie is in none of them.

    `pairs` are ties in any order, also more than once. The same ties give the same communities.
    """
    import igraph  # slow to import, only needed here

    joined = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    graph = igraph.Graph(n=count, edges=joined)
    rounds = 10 if count <= REFINED else 2
    with seeded():
        found = graph.community_leiden(objective_function="modularity", n_iterations=rounds)
    # A node alone has no tie: whatever has one is better off with a neighbour.
    return sorted((sorted(part) for part in found if len(part) > 1), key=lambda part: (-len(part), part[0]))


def membership(count: int, communities: Sequence[Sequence[int]]) -> list[int]:
    """The number of each node's community; -1 for a node that is in none."""
    home = [-1] * count
    for number, members in enumerate(communities):
        for member in members:
            home[member] = number
    return home


def bridges(home: Sequence[int], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """How many of the pairs join two communities, by the numbers of these, the lower one first."""
    joined = ((home[one], home[two]) for one, two in pairs)
    return dict(sorted(Counter((min(ends), max(ends)) for ends in joined if ends[0] != ends[1]).items()))


def subgraph(members: Sequence[int], neighbours: Sequence[Sequence[int]]) -> Any:
    """The igraph of some nodes and the ties among them, numbered in their order."""
    import igraph  # slow to import, only needed here

    place = {member: number for number, member in enumerate(members)}
    edges = [
        (number, place[other])
        for number, member in enumerate(members)
        for other in neighbours[member]
        if other in place and place[other] > number
    ]
    return igraph.Graph(n=len(members), edges=edges)
