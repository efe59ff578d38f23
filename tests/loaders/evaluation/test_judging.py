"""Each fact of a document with its verdict, and why it is wrong or missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from allygraph.loaders.evaluation import JudgedDocument, evaluate

OURS = Path(__file__).parents[2] / "data" / "evaluation"


@pytest.fixture
def one() -> JudgedDocument:
    """The first document of the small case."""
    return evaluate(OURS / "gold", [OURS / "found"]).runs[0].documents[0]


def test_verdicts_and_remarks(one: JudgedDocument) -> None:
    """Gold facts first, in their order, then what else was predicted."""
    assert [(fact.verdict, fact.key[1], fact.remark) for fact in one.facts] == [
        ("right", "PARTNERS_WITH", "date: 2024-05 instead of 2024-05-03"),
        ("missed", "INVESTS_IN", "read as the same, the other way round"),
        ("missed", "HAS_ROLE", "entity not found: Dana Elm"),
        ("wrong", "INVESTS_IN", "the gold facts have it, the other way round"),
        ("wrong", "OWNS", ""),
        ("wrong", "OWNS", "no entity of the gold facts: Weekly"),
        ("optional", "SUPPLIES", "a defensible reading"),
    ]


def test_names_of_ends_and_entities(one: JudgedDocument) -> None:
    """Names as the gold has them, where it has the fact; a second entity for the same is wrong."""
    assert one.fact_names(one.facts[0]) == ("Aldermoor", "Birch Rail")
    assert one.fact_names(one.facts[5]) == ("Weekly", "Birch Rail")
    assert one.missed_entities == ("Dana Elm",)
    assert one.wrong_entities == ("Aldermoor", "Weekly")


def test_what_an_engine_reads_as_denied_is_kept_apart() -> None:
    """It is no prediction and counts nowhere, but can be looked at."""
    document = evaluate(OURS / "gold", ["rules"]).runs[0].documents[0]
    denied = [fact for fact in document.facts if fact.verdict == "denied"]
    assert [document.fact_names(fact) for fact in denied] == [("Aldermoor", "Fernhill Bank")]
    assert denied[0].said is not None
    assert denied[0].said["evidence"] == "Aldermoor denied that it owns Fernhill Bank."
