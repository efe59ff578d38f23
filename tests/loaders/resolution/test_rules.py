"""What the names of two candidates tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.loaders.resolution import SAME, Candidate, block_keys, decide
from tests.loaders.resolution.build import candidate

LONG = "Financial Transactions and Reports Analysis Centre of Canada"


def person(name: str, *aliases: str) -> Candidate:
    return candidate(name, *aliases, kind="Person")


SAME_PAIRS = [
    (candidate("Petroleos de Venezuela"), candidate("Petróleos de Venezuela, S.A.")),
    (candidate("JPMorgan"), candidate("JP Morgan")),
    (candidate("FINTRAC", LONG), candidate(LONG)),
    (candidate("FINTRAC"), candidate(LONG, "FINTRAC")),
    (candidate("China Securities Regulatory Commission"), candidate("Chinese Securities Regulatory Commission")),
    (candidate("Foundry"), candidate("Foundry Digital LLC", "Foundry")),
    (candidate("Bithumb"), candidate("Bithumb", kind="Product")),
    (person("Zuoxing Yang"), person("Yang Zuoxing")),
    (person("Dr. José Núñez"), person("Jose Nunez")),
    (candidate("UAE", kind="Place"), candidate("United Arab Emirates", kind="Place")),
]
UNSURE_PAIRS = [
    (candidate("FINTRAC"), candidate(LONG)),
    (candidate("PBoC"), candidate("People's Bank of China")),
    (candidate("HashKey"), candidate("HashKey Group")),
    (candidate("JD"), candidate("JD Digits", "JD")),
    (candidate("腾讯"), candidate("Teng Xun")),
    (person("Z. Yang"), person("Zuoxing Yang")),
    (person("John Smith"), person("John Q. Smith")),
]
DIFFERENT_PAIRS = [
    (candidate("Securities and Exchange Commission", "SEC"), candidate("Seoul Electric Company", "SEC")),
    (candidate("National Bank of Niger"), candidate("National Bank of Nigeria")),
    (candidate("Bank of Austria Group"), candidate("Bank of Australia Group")),
    (candidate("Deutsche Bank"), candidate("Bank")),
    (candidate("Acme Group", "the Group"), candidate("Zeta Group", "the Group")),
    (person("Bing"), person("Hu Bing", "Bing")),
    (person("Bing"), person("Bing Crosby", "Bing")),
    (person("Morgan Stanley"), candidate("Morgan Stanley")),
    (candidate("Singapore", kind="Place"), candidate("Singapore")),
    (candidate("London", kind="Place"), candidate("England", kind="Place")),
]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        *((*pair, "same") for pair in SAME_PAIRS),
        *((*pair, "unsure") for pair in UNSURE_PAIRS),
        *((*pair, "different") for pair in DIFFERENT_PAIRS),
    ],
)
def test_verdicts(left: Candidate, right: Candidate, verdict: str) -> None:
    """The same whichever comes first, on the right side of the bar, with a reason."""
    decision = decide(left, right)
    assert decision.verdict == verdict == decide(right, left).verdict
    assert (decision.score >= SAME) == (verdict == "same")
    assert decision.reason


@pytest.mark.parametrize(("left", "right"), SAME_PAIRS + UNSURE_PAIRS)
def test_what_may_be_the_same_shares_a_block(left: Candidate, right: Candidate) -> None:
    """Blocks lose no pair on which a rule speaks."""
    assert block_keys(left) & block_keys(right)


def test_the_reason_names_the_rule_and_both_names() -> None:
    """An analyst sees on what the score rests."""
    assert decide(candidate("JPMorgan"), candidate("JP Morgan")).reason == (
        "same name but for spaces: 'JPMorgan' and 'JP Morgan'"
    )


NAMES = st.lists(
    st.sampled_from(
        (
            "Bank",
            "of",
            "China",
            "Foundry",
            "Digital",
            "SEC",
            "PBoC",
            "Yang",
            "Z.",
            "Zuoxing",
            "Group",
            "中国",
            "É",
        )
    ),
    max_size=4,
)
CANDIDATES = st.builds(
    lambda words, aliases, kind: Candidate(f"{kind} {words}", kind, " ".join(words), tuple(map(" ".join, aliases))),
    NAMES,
    st.lists(NAMES, max_size=2),
    st.sampled_from(["Organisation", "Person", "Product", "Place"]),
)


@settings(deadline=None)
@given(CANDIDATES, CANDIDATES)
def test_a_decision_is_symmetric(left: Candidate, right: Candidate) -> None:
    """No rule depends on which of the two comes first; none raises, whatever the names."""
    one, other = decide(left, right), decide(right, left)
    assert (one.verdict, one.score) == (other.verdict, other.score)
    assert one.verdict == "different" or block_keys(left) & block_keys(right)
