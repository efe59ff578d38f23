"""Merge, split, undo, review, withdraw: claims and facts follow, and come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from allygraph.graph.errors import AllygraphError, UnknownName
from allygraph.graph.store import Store
from allygraph.loaders.judging import merge, split, undo, withdraw
from allygraph.loaders.reviewing import decide
from tests.graph_content import content, facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, load_paths, write_notes

pytestmark = pytest.mark.store

OTHER_NAME = {**SEAT, "subject": "Port Authority of the Lower Maas"}


def entity(store: Store, name: str) -> str:
    rows = store.read("MATCH (e:Entity {name: $name}) RETURN e.id AS id", {"name": name})
    return str(rows[0]["id"])


def subjects(store: Store, relation: str) -> set[str]:
    return {subject for subject, kind, _, _ in facts(store) if kind == relation}


def test_merged_entities_share_their_facts(store: Store, tmp_path: Path) -> None:
    """The claims of the right entity become claims of the left, which bears both names."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, OTHER_NAME))
    merge(
        store,
        entity(store, "Brightwater Ports"),
        entity(store, OTHER_NAME["subject"]),
        author="ana",
        reason="same port",
    )
    assert subjects(store, "BASED_IN") == {"Brightwater Ports"}
    aliases = store.read("MATCH (e:Entity {name: 'Brightwater Ports'}) RETURN e.aliases AS aliases")
    assert aliases == [{"aliases": [OTHER_NAME["subject"]]}]


def test_undoing_a_merge_restores_the_graph(store: Store, tmp_path: Path) -> None:
    """After the undo only the judgement is left, and it says when it ended."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, OTHER_NAME))
    before = content(store)
    made = merge(store, entity(store, "Brightwater Ports"), entity(store, OTHER_NAME["subject"]), author="ana")
    assert content(store) != before
    undo(store, made.id)
    nodes, edges = content(store)
    left_over = nodes - before[0]
    assert {labels for labels, _ in left_over} == {("Judgement",)}
    assert edges == before[1]


def test_a_merge_outlives_the_next_load(store: Store, tmp_path: Path) -> None:
    """A later document that uses the merged name speaks of the merged entity."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, OTHER_NAME))
    merge(store, entity(store, "Brightwater Ports"), entity(store, OTHER_NAME["subject"]), author="ana")
    later = {"subject": OTHER_NAME["subject"], "relation": "OWNS", "object": "Delta Towage"}
    load_paths(store, write_notes(tmp_path / "later.yaml", later))
    assert subjects(store, "OWNS") == {"Brightwater Ports"}


def test_a_no_is_remembered(store: Store, tmp_path: Path) -> None:
    """Names that an analyst parted are not joined again by the next load."""
    long_name = {**STAKE, "subject": "Aldermoor Shipping Limited Partnership of Leith"}
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, long_name))
    ours, theirs = entity(store, "Aldermoor Shipping"), entity(store, long_name["subject"])
    made = merge(store, ours, theirs, author="ana")
    undo(store, made.id)
    merge(store, ours, theirs, author="ana")
    split(store, ours, [long_name["subject"]], author="ben", reason="another firm")
    load_paths(store, write_notes(tmp_path / "again.yaml", {**long_name, "object": "Delta Towage"}))
    assert subjects(store, "OWNS") == {long_name["subject"]}
    partners = {frozenset((one, other)) for one, kind, other, _ in facts(store) if kind == "PARTNERS_WITH"}
    assert partners == {frozenset(("Aldermoor Shipping", "Brightwater Ports"))}


def test_one_name_can_be_two_in_one_document(store: Store, tmp_path: Path) -> None:
    """A split by document parts the mentions of that document, and undo brings them back."""
    load_paths(
        store,
        write_notes(tmp_path / "ships.yaml", STAKE),
        write_notes(tmp_path / "moors.yaml", {**SEAT, "subject": "Aldermoor Shipping"}, source="Parish News"),
    )
    before = content(store)[1]
    series = store.read("MATCH (d:Document {title: 'moors'}) RETURN d.series AS series")[0]["series"]
    (made,) = split(store, entity(store, "Aldermoor Shipping"), document=series, author="ana")
    holders = store.read(
        "MATCH (e:Entity {name: 'Aldermoor Shipping'})-[f]->() WHERE f.claim_ids IS NOT NULL RETURN e.id AS id"
    )
    assert len({row["id"] for row in holders}) == 2
    undo(store, made.id)
    assert content(store)[1] == before


def test_what_cannot_be_parted_is_said(store: Store, tmp_path: Path) -> None:
    """A name the entity does not bear, and its only name, are errors."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", STAKE))
    identifier = entity(store, "Corvane Logistics")
    with pytest.raises(UnknownName):
        split(store, identifier, ["Nobody"], author="ana")
    with pytest.raises(AllygraphError, match="cannot be parted"):
        split(store, identifier, ["Corvane Logistics"], author="ana")


def test_a_rejected_claim_makes_no_fact(store: Store, tmp_path: Path) -> None:
    """Rejecting the only claim of a fact removes it; taking the rejection back restores it."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", STAKE))
    before = facts(store)
    claim = store.read("MATCH (c:Claim) RETURN c.id AS id")[0]["id"]
    decide(store, claim, "rejected", author="ana")
    assert facts(store) == set()
    decide(store, claim, "unreviewed", author="ana")
    assert facts(store) == before


def test_a_rejection_outlives_the_next_load(store: Store, tmp_path: Path) -> None:
    """Loading the same document again does not bring a rejected claim back."""
    path = write_notes(tmp_path / "notes.yaml", STAKE)
    load_paths(store, path)
    decide(store, store.read("MATCH (c:Claim) RETURN c.id AS id")[0]["id"], "rejected", author="ana")
    load_paths(store, path)
    assert facts(store) == set()


def test_a_withdrawn_document_takes_only_its_own_claims(store: Store, tmp_path: Path) -> None:
    """Facts that another document states stay, with one claim less."""
    one = write_notes(tmp_path / "one.yaml", DEAL, STAKE)
    other = write_notes(tmp_path / "other.yaml", DEAL, source="Harbour Gazette")
    load_paths(store, one, other)
    series = store.read("MATCH (d:Document {title: 'one'}) RETURN d.series AS series")[0]["series"]
    assert withdraw(store, [series], reason="retracted") == 2
    assert {relation for _, relation, _, _ in facts(store)} == {"PARTNERS_WITH"}
    assert store.read("MATCH ()-[f:PARTNERS_WITH]->() RETURN f.claims AS claims") == [{"claims": 1}]
    assert store.read("MATCH (c:RetiredClaim) RETURN count(c) AS n") == [{"n": 2}]


def test_loading_a_withdrawn_document_brings_it_back(store: Store, tmp_path: Path) -> None:
    """Withdrawing loses nothing."""
    path = write_notes(tmp_path / "one.yaml", DEAL, STAKE)
    load_paths(store, path)
    before = facts(store)
    withdraw(store, [store.read("MATCH (d:Document) RETURN d.series AS series")[0]["series"]], reason="by mistake")
    assert facts(store) == set()
    load_paths(store, path)
    assert facts(store) == before
