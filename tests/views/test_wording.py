"""How statuses, scales, amounts, dates and facts read."""

from __future__ import annotations

import pytest

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Status
from allygraph.views import wording
from tests.views.networks import edge, evidence, small_network


def test_every_status_of_the_model_has_a_meaning() -> None:
    """Legends leave no status unexplained."""
    assert tuple(wording.STATUS_MEANINGS) == Status.__args__


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (80_000_000.0, "USD", "USD 80 million"),
        (10_000_000_000.0, "USD", "USD 10 billion"),
        (1_234_500.0, "EUR", "EUR 1.234 million"),
        (999.5, None, "999.50"),
        (1_500.0, "XRP", "XRP 1,500"),
        (float("nan"), "USD", None),
        (None, "USD", None),
    ],
)
def test_amount_reads_in_its_largest_unit(amount: float | None, currency: str | None, words: str | None) -> None:
    """Millions and more are words, what is no number is nothing."""
    assert wording.amount_words(amount, currency) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2017-09-02", "2 September 2017"),
        ("2017-09", "September 2017"),
        ("2017", "2017"),
        ("2017-13", "2017-13"),
        ("last week", "last week"),
        ("", ""),
        (None, None),
    ],
)
def test_date_is_as_exact_as_it_was_said(date: str | None, words: str | None) -> None:
    """No day or month is made up, and what is no date stays as written."""
    assert wording.date_words(date) == words


@pytest.mark.parametrize("status", ["planned", "announced", "halted", "ended"])
def test_fact_that_does_not_simply_hold_says_so_first(status: str) -> None:
    """A plan or a halt never reads as a plain partnership."""
    assert wording.fact_words(edge(1, "a", "b", status=status), "A", "B").startswith(f"{status.capitalize()}: A ")


def test_fact_reads_with_amount_role_period_and_dispute() -> None:
    """The details that a claim may carry all come through."""
    invests = edge(1, "a", "b", "INVESTS_IN", amount=8e7, currency="USD", valid_to="2021", conflict=True)
    words = "A invests in B (USD 80 million; signed; from September 2020 to 2021; sources disagree)"
    assert wording.fact_words(invests, "A", "B") == words
    leads = edge(2, "a", "b", "HAS_ROLE", role="CEO", status="active", valid_from=None)
    assert wording.fact_words(leads, "A", "B") == "A has the role \u201cCEO\u201d at B (active)"


def test_every_relation_reads_both_ways() -> None:
    """Relations read as their kinds say; one that has no kind still reads."""
    for name, kind in relation_kinds().items():
        assert (wording.relation_words(name), wording.relation_back_words(name)) == (kind.reads, kind.reads_back)
    assert wording.relation_words("LENDS_TO") == "lends to"


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        ("B2", "B2: usually reliable source, probably true"),
        ("C", "C: fairly reliable source"),
        ("F6", "F6: source whose reliability cannot be judged, truth cannot be judged"),
        ("Z9", "Z9"),
        (None, "not graded"),
    ],
)
def test_grade_reads_as_its_two_scales(grade: str | None, words: str) -> None:
    """Reliability of the source and credibility of the information stay apart."""
    assert wording.grade_words(grade) == words


@pytest.mark.parametrize(
    ("low", "high", "said", "words"),
    [
        (80, 95, "highly likely", "highly likely (80\u201395 %)"),
        (80, 95, None, "very likely (80\u201395 %)"),
        (60, 70, None, "60\u201370 %"),
        (None, 20, None, "20 %"),
        (None, None, "perhaps", "perhaps"),
        (None, None, None, None),
    ],
)
def test_likelihood_keeps_the_words_of_the_text(
    low: int | None, high: int | None, said: str | None, words: str | None
) -> None:
    """The text's own words come first, the standard's where it gave none."""
    assert wording.likelihood_words(low, high, said) == words


def test_support_counts_claims_sources_and_origins() -> None:
    """Copies of one text count as one origin, and one is not 'ones'."""
    fact = small_network().edges[0]
    assert wording.support_words(fact) == "3 claims, 1 source, 1 independent origin"


def test_evidence_names_document_source_date_and_reliability() -> None:
    """Enough to find the source and to weigh it."""
    assert wording.evidence_words(evidence()) == "Weekly survey, Survey Press, 1 October 2020, B, usually reliable"
