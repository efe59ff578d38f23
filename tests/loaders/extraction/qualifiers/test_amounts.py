"""Amounts of money in running text."""

from __future__ import annotations

import pytest

from allygraph.loaders.extraction.qualifiers.amounts import find_amounts

CASES = [
    ("USD 80 million", 80_000_000, "USD"),
    ("$300 million", 300_000_000, "USD"),
    ("US$5m", 5_000_000, "USD"),
    ("$300K", 300_000, "USD"),
    ("€1.2bn", 1_200_000_000, "EUR"),
    ("£40 million", 40_000_000, "GBP"),
    ("100 billion won", 100_000_000_000, "KRW"),
    ("3,000 yuan", 3_000, "CNY"),
    ("RMB 2 billion", 2_000_000_000, "CNY"),
    ("250 million yen", 250_000_000, "JPY"),
    ("1,200 BTC", 1_200, "BTC"),
    ("C$12.5 million", 12_500_000, "CAD"),
    ("40 million pounds", 40_000_000, "GBP"),
    ("S$7 million", 7_000_000, "SGD"),
]


@pytest.mark.parametrize(("text", "value", "currency"), CASES)
def test_value_and_currency(text: str, value: float, currency: str) -> None:
    """Sign or word, scale and thousands are read into whole units of one currency."""
    [amount] = find_amounts(f"It paid {text} in May.")
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize("text", ["a 25 percent stake", "40 million users", "3.5% of sales", "in 2020", "5G"])
def test_other_numbers_are_no_amounts(text: str) -> None:
    """Shares, counts and years are no money."""
    assert find_amounts(text) == []


def test_two_amounts_keep_their_order() -> None:
    """An amount and its conversion are two."""
    found = find_amounts("100 billion won ($69.3 million)")
    assert [amount.currency for amount in found] == ["KRW", "USD"]
