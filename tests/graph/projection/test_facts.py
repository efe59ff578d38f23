"""From claims to facts: their keys, ends, roles, and what the claims on them add up to."""

from __future__ import annotations

from allygraph.graph.model import Fact
from allygraph.graph.projection import ClaimView, project
from tests.graph.projection.build import view


def facts(*views: ClaimView) -> tuple[Fact, ...]:
    return project(views).facts


def test_a_symmetric_fact_runs_from_the_smaller_id() -> None:
    """Either way round is the same fact."""
    (fact,) = facts(view("c1", "B", "COMPETES_WITH", "A"), view("c2", "A", "COMPETES_WITH", "B"))
    assert (fact.subject, fact.object, fact.claims) == ("A", "B", ("c1", "c2"))


def test_a_denial_makes_no_fact_but_a_conflict() -> None:
    """Alone it makes nothing; beside a positive claim it shows."""
    denial = view("c2", "A", "OWNS", "B", polarity="negative", document="doc-2")
    assert facts(denial) == ()
    (fact,) = facts(view("c1", "A", "OWNS", "B"), denial)
    assert (fact.conflict, fact.claims, fact.grade) == (True, ("c1",), "F5")


def test_a_denied_signing_leaves_the_plan() -> None:
    """Not signed yet is no contradiction to a plan."""
    (fact,) = facts(
        view("c1", "A", "PARTNERS_WITH", "B", status="planned"),
        view("c2", "A", "PARTNERS_WITH", "B", status="signed", polarity="negative"),
    )
    assert not fact.conflict


def test_rejected_claims_do_not_count() -> None:
    """An analyst's rejection takes the claim out of the fact, and the fact with its last claim."""
    assert facts(view("c1", "A", "OWNS", "B", review="rejected")) == ()


def test_a_claim_of_a_thing_about_itself_makes_nothing() -> None:
    """A merge can make both ends one."""
    assert facts(view("c1", "A", "OWNS", "A")) == ()


def test_roles_are_facts_of_their_own() -> None:
    """Two roles are two facts; a claim without a role stays apart from both."""
    found = facts(
        view("c1", "P", "HAS_ROLE", "A", role="CEO"),
        view("c2", "P", "HAS_ROLE", "A", role="Chief Executive Officer"),
        view("c3", "P", "HAS_ROLE", "A", role="co-founder"),
        view("c4", "P", "HAS_ROLE", "A"),
    )
    assert sorted((fact.role or "", fact.claims) for fact in found) == [
        ("", ("c4",)),
        ("CEO", ("c1", "c2")),
        ("co-founder", ("c3",)),
    ]


def test_a_claim_without_role_joins_the_only_role() -> None:
    """With one role known, to hold a role is to hold that one."""
    (fact,) = facts(view("c1", "P", "HAS_ROLE", "A", role="CEO"), view("c2", "P", "HAS_ROLE", "A"))
    assert (fact.role, fact.claims) == ("CEO", ("c1", "c2"))


def test_halting_an_alliance_reaches_the_alliance_and_each_party() -> None:
    """One claim, three facts, all bound to the alliance; the partnership itself shows as halted."""
    given = (
        view("c1", "M", "PARTNERS_WITH", "K", status="planned"),
        view("c2", "CSRC", "HALTS", "M", "K", status="active"),
    )
    result = project(given)
    (deal,) = result.alliances
    halts = {fact.object for fact in result.facts if fact.predicate == "HALTS"}
    assert halts == {"M", "K", deal.id}
    assert {fact.alliance for fact in result.facts} == {deal.id}
    assert [fact.status for fact in result.facts if fact.predicate == "PARTNERS_WITH"] == ["halted"]


def test_two_deals_are_two_facts() -> None:
    """PARTNERS_WITH has one fact per alliance."""
    found = facts(
        view("c1", "A", "PARTNERS_WITH", "B", date="2015-01"), view("c2", "A", "PARTNERS_WITH", "B", date="2019-01")
    )
    assert len({fact.alliance for fact in found}) == len(found) == 2


def test_copies_count_once() -> None:
    """Two documents of one origin are two sources at most, but one witness; a third one confirms."""
    first = view("c1", "A", "OWNS", "B", document="doc-1", origin="wire", source_id="s1", published="2020-01-02")
    copy = view("c2", "A", "OWNS", "B", document="doc-2", origin="wire", source_id="s2", published="2020-01-01")
    other = view("c3", "A", "OWNS", "B", document="doc-3", source_id="s3", source_reliability="B")
    (copied,), (confirmed,) = facts(first, copy), facts(first, copy, other)
    assert (copied.sources, copied.origins, copied.grade) == (2, 1, "F6")
    assert (confirmed.sources, confirmed.origins, confirmed.grade) == (3, 2, "B1")
    assert (copied.first_reported, copied.last_reported) == ("2020-01-01", "2020-01-02")
