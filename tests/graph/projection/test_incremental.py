"""Loading piece by piece ends in the same projection as projecting everything."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.model import Alliance, Fact
from allygraph.graph.projection import ClaimView, ScopeKey, affected, project
from tests.graph.projection.build import view

ENTITIES = tuple("ABCDEF")


@st.composite
def claim_views(draw: st.DrawFn) -> ClaimView:
    """Claims over few entities, ventures, deals and dates, so that they meet often."""
    predicate = draw(
        st.sampled_from(["PARTNERS_WITH"] * 3 + ["JOINT_VENTURE_IN"] * 2 + ["INVESTS_IN", "HALTS", "HALTS", "OWNS"])
    )
    ends = draw(st.lists(st.sampled_from(ENTITIES), min_size=3, max_size=3))
    counterpart = ends[2] if predicate == "HALTS" and draw(st.booleans()) else None
    return view(
        f"c{draw(st.integers(0, 10**6))}",
        ends[0],
        predicate,
        ends[1],
        counterpart,
        status=draw(st.sampled_from([None, "planned", "announced", "signed", "active", "halted", "ended"])),
        date=draw(st.sampled_from([None, None, "2017", "2017-09-12", "2018-03", "2019-11-02", "2020"])),
        deal=draw(st.sampled_from([None, None, None, "deal-1", "deal-2"])),
        polarity=draw(st.sampled_from(["positive"] * 5 + ["negative"])),
        review=draw(st.sampled_from(["unreviewed"] * 5 + ["rejected"])),
        document=draw(st.sampled_from(["doc-1", "doc-2", "doc-3"])),
        published=draw(st.sampled_from([None, "2017-10-01", "2019-01-01", "2020-06-01"])),
    )


class Store:
    """The least that a store must do: claims, facts and alliances in dictionaries."""

    def __init__(self) -> None:
        self.claims: dict[str, ClaimView] = {}
        self.facts: dict[str, Fact] = {}
        self.alliances: dict[str, Alliance] = {}

    def fetch(self, keys: frozenset[ScopeKey]) -> list[ClaimView]:
        """The live claims of scope keys, as `scope` defines them."""
        found: set[str] = set()
        for kind, *values in keys:
            if kind == "pair":
                found |= {key for key, one in self.claims.items() if set(values) <= set(one.ends)}
                for alliance in self.alliances.values():
                    if set(values) <= {party.entity for party in alliance.parties}:
                        found |= set(alliance.claims)
            elif kind == "deal":
                found |= {key for key, one in self.claims.items() if one.claim.deal == values[0]}
            else:
                into = ("JOINT_VENTURE_IN", "INVESTS_IN")
                found |= {k for k, one in self.claims.items() if one.predicate in into and one.object_id == values[0]}
        return [self.claims[key] for key in sorted(found) if key in self.claims]

    def change(self, gone: list[ClaimView], come: list[ClaimView]) -> None:
        """Take claims away, put claims in, and project again what they touch."""
        for one in gone:
            del self.claims[one.claim.id]
        self.claims.update({one.claim.id: one for one in come})
        changed = {one.claim.id for one in (*gone, *come)}
        beside = {key for one in self.records() if changed & set(one.claims) for key in one.claims}
        scope = affected([*gone, *come, *(self.claims[key] for key in sorted(beside & self.claims.keys()))], self.fetch)
        touched = changed | {one.claim.id for one in scope}
        self.facts = {key: one for key, one in self.facts.items() if not touched & set(one.claims)}
        self.alliances = {key: one for key, one in self.alliances.items() if not touched & set(one.claims)}
        projected = project(scope)
        self.facts.update({one.id: one for one in projected.facts})
        self.alliances.update({one.id: one for one in projected.alliances})

    def records(self) -> list[Fact | Alliance]:
        """Facts and alliances."""
        return [*self.facts.values(), *self.alliances.values()]


def check(store: Store) -> None:
    whole = project(store.claims.values())
    assert store.facts == {one.id: one for one in whole.facts}
    assert store.alliances == {one.id: one for one in whole.alliances}


@settings(max_examples=300, deadline=None)
@given(st.lists(claim_views(), max_size=14, unique_by=lambda one: one.claim.id), st.integers(0, 1000))
def test_incremental_equals_rebuild(views: list[ClaimView], seed: int) -> None:
    """Claims that come in batches, go again, and move to another entity by a merge leave what a rebuild gives."""
    random = Random(seed)
    store = Store()
    waiting = list(views)
    while waiting:
        size = random.randint(1, 4)
        store.change([], waiting[:size])
        del waiting[:size]
        check(store)
    for one in random.sample(views, len(views) // 3):
        store.change([one], [])
        check(store)
    moved = [one for one in store.claims.values() if one.subject_id == "A"]
    store.change([], [])
    before = list(moved)
    after = [replace(one, subject_id="B") for one in moved]
    merge(store, before, after)
    check(store)


def merge(store: Store, before: list[ClaimView], after: list[ClaimView]) -> None:
    """Entity A becomes B: the claims as they were go, as they are now come."""
    if before:
        store.change(before, after)


@settings(max_examples=200, deadline=None)
@given(st.lists(claim_views(), max_size=14, unique_by=lambda one: one.claim.id), st.randoms(use_true_random=False))
def test_order_plays_no_part(views: list[ClaimView], random: Random) -> None:
    """Shuffled claims give the same projection."""
    shuffled = list(views)
    random.shuffle(shuffled)
    assert project(shuffled) == project(views)


def test_a_deal_and_a_venture_together_reach_a_pair() -> None:
    """A and D are parties of one deal only through a venture; their own claim must join it."""
    store = Store()
    store.change([], [view("c3", "A", "PARTNERS_WITH", "D")])
    store.change(
        [], [view("c2", "V", "PARTNERS_WITH", "D", deal="d"), view("c1", "C", "JOINT_VENTURE_IN", "V", deal="d")]
    )
    store.change([], [view("c0", "A", "JOINT_VENTURE_IN", "V")])
    check(store)
