"""A graph of any size as its communities: how large each is, what it holds, which are tied, and where it stands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from allygraph.graph.kinds import entity_kinds
from allygraph.views.places.communities import bridges, find_communities, membership
from allygraph.views.places.discs import place_discs

#: Pixels: the radius of a community of one, and what is kept free between two for their labels.
UNIT = 12.0
GAP = 60.0


@dataclass(frozen=True, slots=True)
class Overview:
    """The communities of a graph, largest first: the ids of each, best connected first, and the facts between two.

    What has no fact is in none of them.
    """

    communities: tuple[tuple[str, ...], ...]
    ties: dict[tuple[int, int], int]

    def kinds(self, number: int) -> dict[str, int]:
        """How many entities of each kind a community holds, most first."""
        prefixes = {kind.prefix: kind.name for kind in entity_kinds().values()}
        found = Counter(prefixes.get(identifier.partition("-")[0]) for identifier in self.communities[number])
        return {kind: count for kind, count in found.most_common() if kind}


@dataclass(frozen=True, slots=True)
class Disc:
    """Where a community stands, in pixels; its area grows with the number of its entities."""

    x: float
    y: float
    radius: float


def overview(ties: Iterable[tuple[str, str]]) -> Overview:
    """The communities that follow from the facts, each told by the ids of its ends; the same facts give the same."""
    pairs = sorted(ties)
    ids = sorted({end for pair in pairs for end in pair})
    place = {identifier: number for number, identifier in enumerate(ids)}
    joined = [(place[one], place[two]) for one, two in pairs]
    facts = Counter(end for pair in joined for end in pair)
    found = find_communities(len(ids), joined)
    ranked = [sorted(members, key=lambda member: (-facts[member], member)) for members in found]
    between = bridges(membership(len(ids), found), [pair for pair in joined if pair[0] != pair[1]])
    return Overview(
        communities=tuple(tuple(ids[member] for member in members) for members in ranked),
        ties={pair: count for pair, count in between.items() if pair[0] >= 0},
    )


def place_communities(found: Overview, limit: int) -> list[Disc]:
    """A disc for each of the largest communities, none on another, tied ones near one another."""
    radii = [UNIT * math.sqrt(len(members)) for members in found.communities[:limit]]
    ties = {pair: count for pair, count in found.ties.items() if pair[1] < limit}
    points = place_discs(radii, ties, GAP)
    return [
        Disc(float(round(x)), float(round(y)), round(radius, 1)) for (x, y), radius in zip(points, radii, strict=True)
    ]
