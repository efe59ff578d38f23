"""Judgements applied: clusters, their ids, and the analyst's word above all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.model import Judgement
from allygraph.loaders.resolution import automatic_judgements, present, resolve
from tests.loaders.resolution.build import automatic, candidate, judgement


def test_links_join_over_several_steps() -> None:
    """The smallest key names the cluster."""
    found = resolve([], [automatic("c", "b"), automatic("b", "a")])
    assert found.canonical == {"a": "a", "b": "a", "c": "a"}


def test_what_is_below_the_bar_joins_nothing() -> None:
    """An unsure pair waits for an analyst."""
    assert len(resolve([], [automatic("a", "b", score=0.6)]).clusters) == 0
    assert resolve([], [judgement("a", "b", "unsure")]).clusters == {}


def test_no_beats_yes_through_a_chain() -> None:
    """Of the links between two keys judged different the weakest goes."""
    said = [automatic("a", "b", 0.95), automatic("b", "c", 0.9), judgement("a", "c", "different")]
    found = resolve([], said)
    assert found.clusters == {"a": ("a", "b"), "c": ("c",)}
    assert [one.score for one in found.dropped] == [0.9]


def test_an_undone_no_is_no_no() -> None:
    """What was undone plays no part."""
    no = replace(judgement("a", "b", "different"), undone_at="2021-01-01")
    assert resolve([], [automatic("a", "b"), no]).canonical["b"] == "a"


def test_the_analysts_last_word_counts() -> None:
    """A later merge overrules an earlier no on the same pair."""
    no, yes = judgement("a", "b", "different"), judgement("b", "a", date="2020-02-02")
    assert resolve([], [no, yes]).canonical == {"a": "b", "b": "b"}
    assert resolve([], [replace(no, date="2020-03-03"), yes]).canonical == {"a": "a", "b": "b"}


def test_the_left_of_a_merge_survives() -> None:
    """Whatever the keys; and who survived it survives the next with it."""
    first, second = judgement("z", "a"), judgement("y", "z", date="2020-02-02")
    assert resolve([], [first]).canonical["a"] == "z"
    assert set(resolve([], [first, second]).canonical.values()) == {"y"}
    third = judgement("a", "q", date="2020-03-03")
    assert set(resolve([], [first, second, third]).canonical.values()) == {"y"}


def test_a_short_form_of_several_entities_joins_none() -> None:
    """SEC beside two commissions is in doubt, beside one it is that one, and an analyst may say which."""
    short = candidate("SEC")
    first = candidate("Securities and Exchange Commission", "SEC")
    second = candidate("Seoul Electric Company", "SEC")
    several = [short, first, second]
    assert len(resolve(several, automatic_judgements(several)).clusters) == 3
    assert len(resolve(several[:2], automatic_judgements(several[:2])).clusters) == 1
    said = [*automatic_judgements(several), judgement(second.key, short.key)]
    assert resolve(several, said).canonical == {first.key: first.key, second.key: second.key, short.key: second.key}


KEYS = st.sampled_from("abcdef")
JUDGEMENTS = st.lists(
    st.builds(
        lambda left, right, verdict, score, author, day: judgement(
            left, right, verdict, score, author, f"2020-01-0{day}"
        ),
        KEYS,
        KEYS,
        st.sampled_from(["same", "same", "different", "unsure"]),
        st.sampled_from([0.5, 0.84, 0.9, 0.97]),
        st.sampled_from(["allygraph", "allygraph", "analyst"]),
        st.integers(1, 4),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@settings(deadline=None)
@given(JUDGEMENTS, st.randoms(use_true_random=False))
def test_order_plays_no_part(judgements: list[Judgement], random: Random) -> None:
    """Shuffled candidates and judgements give the same resolution."""
    candidates = [
        replace(candidate(name), key=key) for key, name in zip("abcdef", ["A", "A B", "A B C"] * 2, strict=True)
    ]
    before = resolve(candidates, judgements)
    random.shuffle(candidates)
    random.shuffle(judgements)
    assert resolve(candidates, judgements) == before


@settings(deadline=None)
@given(JUDGEMENTS)
def test_a_no_is_never_broken(judgements: list[Judgement]) -> None:
    """Two keys whose last word by an analyst is different are never one; every cluster is named by a member."""
    found = resolve([], judgements)
    last = {frozenset((one.left, one.right)): one for one in sorted(judgements, key=_age) if one.author == "analyst"}
    apart = {pair for pair, one in last.items() if one.verdict == "different" and len(pair) == 2}
    for identifier, keys in found.clusters.items():
        assert identifier in keys
        assert not {frozenset(pair) for pair in combinations(keys, 2)} & apart


def _age(one: Judgement) -> tuple[str, str]:
    return one.date, one.id


NAMES = ["SEC", "Foundry", "Foundry Digital", "Foundry Group", "FOUNDRY, Inc.", "Yang", "JP Morgan", "JPMorgan"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.randoms(use_true_random=False))
def test_rules_judge_alike_in_any_order(names: list[str], random: Random) -> None:
    """Judgements come sorted by pair with ids of the pair alone, a pair judged as if alone."""
    candidates = [candidate(name, name.split()[0]) for name in names]
    shuffled = random.sample(candidates, len(candidates))
    judged = automatic_judgements(shuffled)
    assert judged == automatic_judgements(candidates)
    by_pair = [one for pair in combinations(candidates, 2) for one in automatic_judgements(pair)]
    assert sorted(by_pair, key=lambda one: one.id) == sorted(judged, key=lambda one: one.id)


def test_an_entity_shows_its_most_used_full_name() -> None:
    """Kind and name by documents, then no acronym; every other spelling is an alias."""
    cluster = [
        candidate("FINTRAC", documents=2),
        candidate("Financial Centre", "the Centre", documents=2),
        candidate("Fintrac", kind="Product"),
    ]
    assert present(cluster) == ("Organisation", "Financial Centre", ("FINTRAC", "Fintrac", "the Centre"))
