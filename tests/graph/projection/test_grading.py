"""Grade, confidence, likelihood, amounts, contradictions."""

from __future__ import annotations

import pytest

from allygraph.graph.projection.grading import amount, confidence, contradictory, grade, likelihood
from tests.graph.projection.build import view


def test_the_grade_takes_the_best_letter_and_figure() -> None:
    """The citation's letter goes before the source's; without any, F6."""
    cited = view("c1", "A", "OWNS", "B", reliability="B", credibility=3, source_reliability="D")
    assert grade([cited, view("c2", "A", "OWNS", "B", credibility=2)]) == "B2"
    assert grade([view("c3", "A", "OWNS", "B")]) == "F6"


@pytest.mark.parametrize(("asserting", "denying", "figure"), [(1, 1, "5"), (2, 1, "4"), (1, 2, "5"), (2, 0, "1")])
def test_denials_lower_the_credibility(asserting: int, denying: int, figure: str) -> None:
    """Doubtful with more origins for than against, improbable otherwise."""
    views = [view(f"c{n}", "A", "OWNS", "B", document=f"doc-{n}") for n in range(asserting)]
    denials = [view(f"d{n}", "A", "OWNS", "B", document=f"no-{n}", polarity="negative") for n in range(denying)]
    assert grade(views, denials)[1] == figure


def test_a_passage_counts_once_towards_confidence() -> None:
    """Two claims of one sentence are one piece of evidence, two sentences are two."""
    one = view("c1", "A", "OWNS", "B", passage="p", confidence=0.8)
    again = view("c2", "A", "OWNS", "B", passage="p", confidence=0.5)
    other = view("c3", "A", "OWNS", "B", passage="q", confidence=0.5)
    assert confidence([one, again]) == 0.8
    assert confidence([one, other]) == 0.9
    assert confidence([view(f"c{n}", "A", "OWNS", "B") for n in range(9)]) == 0.99


def test_what_an_analyst_accepted_is_certain() -> None:
    """Curated and accepted claims give full confidence."""
    assert confidence([view("c1", "A", "OWNS", "B", review="accepted")]) == 1.0
    assert confidence([view("c1", "A", "OWNS", "B", engine="curated")]) == 1.0


def test_likelihood_is_that_of_the_best_claim() -> None:
    """The better source decides; equally good ones span both intervals."""
    good = view("c1", "A", "OWNS", "B", reliability="B", likelihood_low=80, likelihood_high=95)
    poor = view("c2", "A", "OWNS", "B", reliability="D", likelihood_low=20, likelihood_high=45)
    equal = view("c3", "A", "OWNS", "B", reliability="B", likelihood_low=55, likelihood_high=80)
    assert likelihood([good, poor], None) == (80, 95)
    assert likelihood([good, poor, equal], None) == (55, 95)


def test_an_estimate_of_a_plan_says_nothing_of_the_signed_deal() -> None:
    """Once signed, it is no longer highly likely."""
    plan = view("c1", "A", "PARTNERS_WITH", "B", status="planned", likelihood_low=80, likelihood_high=95)
    assert likelihood([plan], "signed") == (None, None)
    assert likelihood([plan], "planned") == (80, 95)


def test_the_amount_is_the_latest_of_the_most_reliable() -> None:
    """A poor source does not overrule a good one, a later figure does an earlier one."""
    old = view("c1", "A", "INVESTS_IN", "B", amount=10.0, currency="USD", reliability="B", date="2018")
    new = view("c2", "A", "INVESTS_IN", "B", amount=12.0, currency="EUR", reliability="B", date="2019")
    poor = view("c3", "A", "INVESTS_IN", "B", amount=99.0, currency="USD", reliability="E", date="2020")
    assert amount([old, new, poor]) == (12.0, "EUR")


@pytest.mark.parametrize(("other", "conflict"), [({"amount": 81e6}, False), ({"amount": 9e7}, True)])
def test_amounts_of_one_date_contradict(other: dict[str, float], conflict: bool) -> None:
    """Rounding is no contradiction, another figure is."""
    one = view("c1", "A", "INVESTS_IN", "B", amount=80e6, currency="USD", date="2017")
    assert contradictory([one, view("c2", "A", "INVESTS_IN", "B", currency="USD", date="2017", **other)]) is conflict


def test_in_force_and_over_on_one_day_contradict() -> None:
    """Without dates the two are a life, on one day a contradiction."""
    undated = [view(f"c{status}", "A", "OWNS", "B", status=status) for status in ("active", "ended")]
    same_day = [
        view(f"c{status}", "A", "OWNS", "B", status=status, date="2020-01-01") for status in ("active", "ended")
    ]
    assert not contradictory(undated)
    assert contradictory(same_day)
