"""Decisions on claims: facts follow, nothing is lost, everything is undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from allygraph.graph.errors import AllygraphError, UnknownName
from allygraph.graph.store import Store
from allygraph.loaders.review_draft import DraftEnd
from allygraph.loaders.reviewing import decide, edit, last_decision, note, undo_decision
from allygraph.queries.catalogue import ask
from allygraph.queries.review import ClaimFilter, read_review_claim, review_queue
from allygraph.review_drafts import draft_of
from tests.graph_content import content, facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, load_paths, write_notes

pytestmark = pytest.mark.store

#: The engine finds Tarn and Velling; Old Mill is for the analyst to see.
STORY = """Tarn Foods acquired Velling Dairy on 3 March 2021.

Its rival old mill of Aarhus keeps silent. Tarn Foods is based in Aarhus.
"""


def claim_of(store: Store, predicate: str) -> str:
    rows = store.read("MATCH (c:Claim {predicate: $p}) RETURN c.id AS id", {"p": predicate})
    return str(rows[0]["id"])


def without_ledger(store: Store) -> object:
    """The graph but for decisions, retired claims and where these point."""
    nodes, edges = content(store)
    names = {"review", "reviewed_by", "reviewed_at", "review_reason"}
    kept = {
        (labels, tuple(item for item in values if item[0] not in names))
        for labels, values in nodes
        if not {"Decision", "RetiredClaim"} & set(labels)
    }
    gone = {row["id"] for row in store.read("MATCH (n:Decision|RetiredClaim) RETURN n.id AS id")}
    return kept, {edge[:3] for edge in edges if edge[0] not in gone and edge[2] not in gone}


def test_decisions_have_author_reason_and_time(store: Store, tmp_path: Path) -> None:
    """On the claim, as questions read it, and in the ledger."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", STAKE))
    claim = claim_of(store, "OWNS")
    note(store, claim, "only a rumour", author="ana")
    made = decide(store, claim, "rejected", author="ana")
    assert (made.reason, facts(store)) == ("only a rumour", set())
    shown = read_review_claim(store, claim)
    assert (shown.review, shown.reviewed_by, shown.review_reason) == ("rejected", "ana", "only a rumour")
    rows = ask(store, "decisions", author="ana").to_records()
    assert [(row["verdict"], row["reason"], row["undone_at"]) for row in rows] == [
        ("rejected", "only a rumour", None),
        ("noted", "only a rumour", None),
    ]


def test_every_decision_can_be_undone(store: Store, tmp_path: Path) -> None:
    """Newest first; the claim and the facts are as before each of them, and the ledger keeps all."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, STAKE))
    before, claim = facts(store), claim_of(store, "OWNS")
    first = decide(store, claim, "accepted", author="ana", reason="it says so")
    second = decide(store, claim, "rejected", author="ana")
    with pytest.raises(AllygraphError, match=second.id):
        undo_decision(store, first.id)
    latest = last_decision(store, "ana")
    assert latest == second
    undo_decision(store, second.id)
    assert read_review_claim(store, claim).review_reason == "it says so"
    undo_decision(store, first.id)
    assert (read_review_claim(store, claim).review, facts(store)) == ("unreviewed", before)
    assert last_decision(store, "ana") is None
    with pytest.raises(UnknownName):
        undo_decision(store, first.id)


def test_an_edit_supersedes_and_its_undo_restores(store: Store, tmp_path: Path) -> None:
    """The claim as it was stays as a retired one; afterwards only the ledger tells of the edit."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, STAKE))
    before, claim = without_ledger(store), claim_of(store, "OWNS")
    draft = draft_of(read_review_claim(store, claim))
    draft = replace(draft.with_relation("ACQUIRES").turned_round(), status="signed", date="2024-04")
    made = edit(store, claim, draft, author="ana", reason="bought")
    assert ("Corvane Logistics", "ACQUIRES", "Aldermoor Shipping", "signed") in facts(store)
    assert not any(relation == "OWNS" for _, relation, _, _ in facts(store))
    (old,) = store.read("MATCH (:Claim)-[:SUPERSEDES]->(c:RetiredClaim) RETURN c.id AS id, c.predicate AS predicate")
    assert old == {"id": claim, "predicate": "OWNS"}
    new = read_review_claim(store, str(made.edit))
    assert (new.review, new.engine, new.date, new.review_reason) == ("accepted", "review", "2024-04", "bought")
    undo_decision(store, made.id)
    assert without_ledger(store) == before


def test_what_the_kinds_forbid_is_not_saved(store: Store, tmp_path: Path) -> None:
    """With the reason, and the claim as it was."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", SEAT))
    claim, before = claim_of(store, "BASED_IN"), content(store)
    draft = draft_of(read_review_claim(store, claim))
    for wrong, said in (
        (draft.turned_round(), "object of BASED_IN is Place"),
        (draft.with_relation("HAS_ROLE"), "subject of HAS_ROLE is Person"),
        (replace(draft, amount=5.0), "needs its currency"),
        (replace(draft, date="soon"), "no date"),
        (replace(draft, object=draft.subject), "both Brightwater Ports"),
        (replace(draft, role="seat"), "has no role"),
        (replace(draft, object=DraftEnd(None, "Place", "Delft", "Delft")), "does not stand in this document"),
    ):
        with pytest.raises(AllygraphError, match=said):
            edit(store, claim, wrong, author="ana")
    assert content(store) == before


def test_an_edit_can_name_what_the_engine_missed(store: Store, tmp_path: Path) -> None:
    """The name becomes an entity with a mention; a correction of the document keeps both, undo takes both away."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    load_paths(store, path)
    before, claim = facts(store), claim_of(store, "ACQUIRES")
    draft = draft_of(read_review_claim(store, claim))
    mill = DraftEnd(None, "Organisation", "old mill", "old mill")
    made = edit(store, claim, replace(draft, object=mill), author="ana")
    told = ("Tarn Foods", "ACQUIRES", "old mill")
    assert told in {fact[:3] for fact in facts(store)}
    path.write_text(STORY + "\nNothing else was said.\n", encoding="utf-8")
    load_paths(store, path)
    assert told in {fact[:3] for fact in facts(store)}
    assert not store.read("MATCH (c:Claim {id: $id}) RETURN c.id AS id", {"id": claim})
    path.write_text(STORY, encoding="utf-8")
    load_paths(store, path)
    undo_decision(store, made.id)
    assert facts(store) == before
    assert not store.read("MATCH (e:Entity {name: 'old mill'}) RETURN e.id AS id")


def test_an_edit_leaves_and_returns_with_its_document(store: Store, tmp_path: Path) -> None:
    """A sentence that goes takes the edit along; when it comes back, it comes back as edited."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path)
    claim = claim_of(store, "OWNS")
    draft = draft_of(read_review_claim(store, claim))
    edit(store, claim, draft.with_relation("INVESTS_IN"), author="ana")
    edited = facts(store)
    write_notes(path, DEAL)
    load_paths(store, path)
    assert {relation for _, relation, _, _ in facts(store)} == {"PARTNERS_WITH"}
    write_notes(path, DEAL, STAKE)
    load_paths(store, path)
    assert facts(store) == edited


def test_the_queue_is_filtered_and_stable(store: Store, tmp_path: Path) -> None:
    """Least certain first, equal ones as documents tell them; reviewed ones only when asked for again."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT))
    store.write("MATCH (c:Claim {predicate: 'BASED_IN'}) SET c.confidence = 0.4")

    def relations(wanted: ClaimFilter) -> list[str]:
        return [row["predicate"] for row in review_queue(store, wanted).to_records()]

    assert relations(ClaimFilter()) == ["BASED_IN", "PARTNERS_WITH", "OWNS"]
    assert relations(ClaimFilter(relation="owns")) == ["OWNS"]
    assert relations(ClaimFilter(max_confidence=0.5)) == ["BASED_IN"]
    assert relations(ClaimFilter(engine="rules")) == []
    entity = read_review_claim(store, claim_of(store, "OWNS")).object.entity
    assert relations(ClaimFilter(entity=entity)) == ["OWNS"]
    decide(store, claim_of(store, "OWNS"), "accepted", author="ana")
    assert relations(ClaimFilter(again=True)) == ["OWNS"]
    assert relations(ClaimFilter()) == ["BASED_IN", "PARTNERS_WITH"]
    with pytest.raises(UnknownName, match="OWNS"):
        relations(ClaimFilter(relation="OWN"))
