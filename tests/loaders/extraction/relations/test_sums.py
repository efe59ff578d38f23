"""Sums with the means they are in: who gives, who gets, how much."""

from __future__ import annotations

import pytest

from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction import engine

FOUNDED = "Norvik Group and Seldon Bank founded a joint venture, Torvald Ports. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik Group is contributing EUR 80 million in cash to Torvald Ports.",
        "Norvik Group provides EUR 80 million in cryptocurrency for Torvald Ports.",
        "Norvik Group put EUR 80 million in cash into Torvald Ports.",
    ],
)
def test_the_means_do_not_hide_the_receiver(sentence: str) -> None:
    """Between a sum and its receiver may stand what the sum is in."""
    document, passages = read_text(FOUNDED + sentence)
    extraction = engine("rules").extract(document, passages)
    names = {entity.id: entity.name for entity in extraction.entities}
    sums = {
        (names[claim.subject], names[claim.object], claim.amount, claim.currency)
        for claim in extraction.claims
        if claim.predicate == "INVESTS_IN"
    }
    assert sums == {("Norvik Group", "Torvald Ports", 80_000_000, "EUR")}
