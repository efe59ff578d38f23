"""Engines by name, and their prediction."""

from __future__ import annotations

import pytest

from allygraph.graph.errors import UnknownName
from allygraph.loaders.extraction import Extraction, engine, engine_names, to_prediction
from allygraph.loaders.extraction.relations.claims import find_claims
from tests.loaders.extraction.relations.marked import read_marked


def test_the_rules_engine_is_there_by_name() -> None:
    """Every listed name gives an engine of that name."""
    assert [engine(name).name for name in engine_names()] == ["combined", "llm", "model", "rules"]


def test_another_name_offers_the_nearest() -> None:
    """A misspelt name says which one was meant."""
    with pytest.raises(UnknownName) as caught:
        engine("rule")
    assert caught.value.nearest == ("rules",)


def _predict(*sentences: str) -> dict[str, object]:
    document, passages, entities = read_marked(*sentences)
    return to_prediction(document, Extraction(tuple(entities), find_claims(document, passages, entities, ())))


def test_claims_on_one_fact_are_merged() -> None:
    """The later status and the date win; the evidence is an exact sentence."""
    facts = _predict(
        "[O Telvia] will partner with [O Brightmast].", "[O Brightmast] signed a pact with [O Telvia] on 2 June."
    )["facts"]
    assert isinstance(facts, list)
    [fact] = facts
    assert (fact["status"], fact["date"]) == ("signed", "2023-06-02")
    assert fact["evidence"].endswith(".")


def test_a_halted_alliance_is_two_halts() -> None:
    """One fact for each party."""
    facts = _predict("The [O Trade Ministry] blocked the alliance between [O Telvia] and [O Brightmast].")["facts"]
    assert isinstance(facts, list)
    assert sorted(fact["object"] for fact in facts if fact["relation"] == "HALTS") == ["Brightmast", "Telvia"]


def test_denials_are_left_out() -> None:
    """A denied claim is no fact."""
    assert _predict("[O Telvia] has not bought [O Brightmast].")["facts"] == []
