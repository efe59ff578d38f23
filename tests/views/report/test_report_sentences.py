"""How a fact reads: its status and likelihood come with it."""

from __future__ import annotations

import pytest

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.scales import STATUSES
from allygraph.views.report.numbering import LONGEST_QUOTE, Numbering, quote
from allygraph.views.report.sentences import fact_sentence, joined, one_line, phrases
from tests.views.networks import edge, evidence


@pytest.mark.parametrize("predicate", sorted(relation_kinds()))
@pytest.mark.parametrize("status", [status for status in (*STATUSES, None) if status not in ("signed", "active")])
def test_what_does_not_hold_never_reads_as_what_holds(predicate, status):
    """A plan, an announcement, a halt, an end and a bare mention differ from the plain sentence, from the start."""
    plain = fact_sentence(edge(1, "a", "b", predicate, status="active", valid_from=None), "A", "B")
    said = fact_sentence(edge(1, "a", "b", predicate, status=status, valid_from=None), "A", "B")
    assert plain == f"A {relation_kinds()[predicate].reads} B."
    assert not said.startswith(plain.rstrip("."))


def test_every_relation_and_status_has_its_pattern():
    """A new kind of relation or status cannot go without words."""
    assert set(phrases()["relations"]) == set(relation_kinds())
    for patterns in ("facts", "alliances", "several"):
        assert set(phrases()[patterns]) == {*STATUSES, "not stated", "denied"}


def test_denied_fact_reads_as_a_denial():
    """Where all claims deny, the sentence does."""
    denied = edge(1, "a", "b", "OWNS", evidence=(evidence("No.", polarity="negative"),))
    assert fact_sentence(denied, "A", "B") == "It is denied that A owns B."


def test_likelihood_stands_first_in_the_words_of_the_evidence():
    """Nobody reads the relation before its likelihood."""
    likely = {"likelihood_low": 80, "likelihood_high": 95}
    claim = evidence(status="planned", likelihood_words="highly likely", **likely)
    fact = edge(1, "a", "b", status="planned", valid_from="2021", evidence=(claim,), **likely)
    assert fact_sentence(fact, "A", "B") == (
        "Highly likely (80–95 %): It is planned that A will partner with B (2021)."
    )


def test_likelihood_of_a_plan_does_not_carry_over_to_its_halt():
    """That a partnership was likely does not make its halt likely."""
    likely = {"likelihood_low": 80, "likelihood_high": 95}
    claims = (evidence(status="planned", **likely), evidence(status="halted", claim="cla-2"))
    fact = edge(1, "a", "b", status="halted", valid_from=None, evidence=claims, **likely)
    assert fact_sentence(fact, "A", "B") == "A was to partner with B; this was halted."


def test_role_and_amount_are_in_the_sentence():
    """A role is quoted as written, an amount has its currency."""
    role = edge(1, "a", "b", "HAS_ROLE", role="chief of R&D", status="ended", valid_from=None, valid_to="2019")
    money = edge(2, "a", "b", "INVESTS_IN", amount=8e7, currency="USD", status="active", valid_from="2017-09-12")
    assert fact_sentence(role, "A", "B") == "A had the role “chief of R&D” at B (until 2019); this has ended."
    assert fact_sentence(money, "A", "B") == "A invests in B (USD 80 million, from 12 September 2017)."


def test_claims_of_one_passage_share_a_number():
    """A passage is quoted once, with a line for each claim read from it, and no more than six for one sentence."""
    numbers = Numbering({"cla-1": "A owns B", "cla-2": "A owns C"})
    both = [evidence("A owns B and C.", claim=claim, predicate="OWNS", date=None) for claim in ("cla-1", "cla-2")]
    assert numbers.cite(both) == (1,)
    assert numbers.cite([evidence(f"Sentence {place}.", claim=f"c{place}") for place in range(9)]) == (2, 3, 4, 5, 6, 7)
    assert numbers.citations()[0].says == (
        "Signed: A owns B (credibility 2, probably true; read by rules with 90 % confidence)",
        "Signed: A owns C (credibility 2, probably true; read by rules with 90 % confidence)",
    )


def test_denial_is_quoted_as_a_denial():
    """The appendix never lists a denial as a statement."""
    numbers = Numbering({"cla-1": "A owns B"})
    numbers.cite([evidence("No.", polarity="negative", date=None)])
    assert numbers.citations()[0].says[0].startswith("Denies: A owns B (")


def test_long_passage_is_cut_around_the_words_of_the_claim():
    """The words of the claim stay, the rest is shown to be cut."""
    claim = evidence("x " * 2000 + "Firm 1 joined Firm 2." + " y" * 2000, start=4000, end=4021)
    assert "Firm 1 joined Firm 2." in quote(claim)
    assert len(quote(claim)) < LONGEST_QUOTE + 10
    assert quote(claim).startswith("… ")
    assert quote(claim).endswith(" …")


def test_names_lose_line_breaks_and_marks_of_direction():
    """A name cannot start a new line or turn the text that follows."""
    assert one_line("A\n\n# B\u202e\x00 C\ud800") == "A # B C"
    assert [joined([]), joined("A"), joined("AB"), joined("ABC")] == ["", "A", "A and B", "A, B and C"]
