"""Very many nodes: communities as discs that lie beside one another."""

from __future__ import annotations

import math
import random
from itertools import combinations

from allygraph.views.places.communities import find_communities
from allygraph.views.places.crowd import place_crowd
from allygraph.views.places.discs import place_discs

SPACING = 50.0


def crowd(groups: int, size: int, seed: int) -> tuple[int, list[tuple[int, int]]]:
    """Groups with many ties inside and one to another group each; half as many nodes again have none."""
    chance = random.Random(seed)
    pairs = []
    for group in range(groups):
        members = range(group * size, (group + 1) * size)
        pairs += [(member, chance.choice(members)) for member in members for _ in range(4)]
        pairs.append((group * size, chance.randrange(groups * size)))
    return groups * size * 3 // 2, pairs


def test_communities_are_found_and_numbered_by_size() -> None:
    """A triangle and a pair; the one without a tie is in none."""
    assert find_communities(6, [(4, 5), (0, 1), (1, 2), (2, 0), (0, 0), (1, 0)]) == [[0, 1, 2], [4, 5]]
    assert find_communities(0, []) == []


def test_communities_lie_beside_one_another() -> None:
    """No node stands inside the disc of another community."""
    count, pairs = crowd(12, 30, seed=3)
    communities = find_communities(count, pairs)
    points = place_crowd(count, pairs, communities, SPACING)
    discs = []
    for members in communities:
        xs, ys = [points[member][0] for member in members], [points[member][1] for member in members]
        middle = (sum(xs) / len(xs), sum(ys) / len(ys))
        discs.append((middle, max(math.dist(middle, points[member]) for member in members)))
    assert len(communities) == 12
    for (one, radius), (two, other) in combinations(discs, 2):
        assert math.dist(one, two) > (radius + other) * 0.9


def test_every_node_has_room_and_the_same_place_each_time() -> None:
    """Also those without a tie, and in whichever order the ties are told."""
    count, pairs = crowd(8, 40, seed=5)
    communities = find_communities(count, pairs)
    points = place_crowd(count, pairs, communities, SPACING)
    assert len({(round(x), round(y)) for x, y in points}) == count
    turned = [(two, one) for one, two in reversed(pairs)]
    assert place_crowd(count, turned, find_communities(count, turned), SPACING) == points


def test_discs_keep_their_gap_and_tied_ones_are_near() -> None:
    """Two chains of discs: the next of a chain is nearer than the others on the whole."""
    radii = [10.0 + number % 7 for number in range(20)] + [5.0, 3.0]
    ties = {(number, number + 1): 3 for number in range(19) if number != 9}
    points = place_discs(radii, ties, gap=4)
    for one, two in combinations(range(len(radii)), 2):
        assert math.dist(points[one], points[two]) >= radii[one] + radii[two] + 3.9
    tied = [math.dist(points[one], points[two]) for one, two in ties]
    strangers = [math.dist(points[one], points[two]) for one, two in combinations(range(20), 2)]
    assert sum(tied) / len(tied) < 0.7 * sum(strangers) / len(strangers)
