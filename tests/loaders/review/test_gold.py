"""Reviewed documents as gold facts, and back through the evaluation."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.store import Store
from allygraph.loaders.evaluation import evaluate
from allygraph.loaders.gold import export_gold
from allygraph.loaders.reviewing import decide, edit
from allygraph.queries.review import ClaimFilter, read_review_claim, review_queue
from allygraph.review_drafts import draft_of
from tests.loaders.load.notes import load_paths

pytestmark = pytest.mark.store

STORY = """Tarn Foods acquired Velling Dairy on 3 March 2021 for USD 80 million.

Tarn Foods is based in Aarhus. Maria Holt is chief executive of Velling Dairy.
"""


@pytest.fixture
def story(store: Store, tmp_path: Path) -> Store:
    """A store that read one text, with claims of several relations."""
    load_story(store, tmp_path / "a story.txt", STORY)
    return store


def load_story(store: Store, path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    load_paths(store, path)


def queue(store: Store) -> list[dict[str, Any]]:
    return review_queue(store, ClaimFilter()).to_records()


def accept_all(store: Store) -> None:
    for row in queue(store):
        decide(store, row["claim_id"], "accepted", author="ana")


def test_what_was_accepted_scores_perfectly(story: Store, tmp_path: Path) -> None:
    """Against the engine that reads the text again, every entity, fact and qualifier is right."""
    assert len(queue(story)) >= 3
    accept_all(story)
    written = export_gold(story, tmp_path / "gold")
    assert (written.names, written.messages) == (("a-story",), ())
    evaluation = evaluate(tmp_path / "gold", ["rules", tmp_path / "gold"])
    for run in evaluation.runs:
        assert (run.score.facts.f1, run.score.entities.f1) == (1.0, 1.0)
        assert all(right == asked for right, asked in run.score.qualifiers.values())
    assert (evaluation.warnings, evaluation.runs[0].score.facts.right) == ((), 3)


def test_the_decisions_tell_facts_apart(story: Store, tmp_path: Path) -> None:
    """Accepted and edited claims are facts, undecided ones optional, rejected ones are left out; evidence is exact."""
    claims = {row["predicate"]: row["claim_id"] for row in queue(story)}
    decide(story, claims["BASED_IN"], "rejected", author="ana")
    draft = draft_of(read_review_claim(story, claims["ACQUIRES"]))
    edit(story, claims["ACQUIRES"], replace(draft.with_relation("OWNS"), status="ended"), author="ana")
    assert export_gold(story, tmp_path / "gold").left_out == 1
    written = export_gold(story, tmp_path / "gold", partly=True)
    assert "1 of 3 claims are undecided" in written.messages[0]
    record = json.loads((tmp_path / "gold" / "a-story.json").read_text(encoding="utf-8"))
    assert [(fact["relation"], fact["status"]) for fact in record["facts"]] == [("OWNS", "ended")]
    assert [fact["relation"] for fact in record["optional_facts"]] == ["HAS_ROLE"]
    text = (tmp_path / "gold" / "a-story.txt").read_text(encoding="utf-8")
    assert all(fact["evidence"] in text for fact in [*record["facts"], *record["optional_facts"]])
    assert {"Tarn Foods", "Aarhus"} <= {name for entity in record["entities"] for name in entity["mentions"]}
    assert all(name in text for entity in record["entities"] for name in entity["mentions"])


def test_no_other_document_is_overwritten(story: Store, tmp_path: Path) -> None:
    """Two of one name get two files; an older export of the same document is replaced, and that is said."""
    load_story(story, tmp_path / "elsewhere" / "a story.txt", "Norra Timber acquired Velling Dairy on 4 May 2022.\n")
    accept_all(story)
    gold = tmp_path / "gold"
    first = export_gold(story, gold)
    assert len(first.names) == 2
    assert len({*first.names, "a-story"}) == 2
    assert "is written as a-story-" in first.messages[0]
    kept = {path.name: path.read_bytes() for path in gold.iterdir()}
    assert export_gold(story, gold).names == first.names
    assert {path.name: path.read_bytes() for path in gold.iterdir()} == kept
    (gold / "a-story.json").write_text('{"doc": "mine"}', encoding="utf-8")
    (gold / "a-story.txt").write_text("mine", encoding="utf-8")
    export_gold(story, gold)
    assert (gold / "a-story.txt").read_text(encoding="utf-8") == "mine"
