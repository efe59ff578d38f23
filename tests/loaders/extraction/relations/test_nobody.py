"""Sentences near a fact that state none: bystanders, places, authorities, pronouns of somebody else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.loaders.extraction.relations.marked import claims_of


@dataclass(frozen=True)
class _Reference:
    text: str
    start: int
    end: int
    entities: tuple[str, ...]
    score: float = 0.9


_SILENT = [
    ["The [O Norland Authority] ordered [O Brennach] to stop.", "Chief executive [P Ana Roux] will appeal."],
    ["[O Brennach] grows.", "Programme director [P Ana Roux] says so."],
    ["[O Brennach] grows.", "Festival manager [P Ana Roux] says so."],
    ["[P Bo Lind] is president of [O Brennach] and son of Chairman [P Ana Roux]."],
    ["[P Bo Lind] is head of [O Brennach].", "His deputy is [P Ana Roux]."],
    ["[O Brennach] was founded by the former goalkeeper of [L Sweden], [P Ana Roux]."],
    ["[P Ana Roux], vice president for [L Asia] at [O Brennach], spoke."],
    ["[O Brennach]'s [O Aktau] mine is closed."],
    ["[O Brennach]'s [O Aktau] project is late."],
    ["[O Brennach]'s talks with [O Dornex] broke down."],
    ["The talks between [O Brennach] and [O Dornex] have failed."],
    ["[O Brennach], a unit of [O Halden], and [O Dornex] sell milk."],
    ["The [O Norland Authority] was late.", "The [L Oslo]-based firm grows."],
    ["[O Brennach] praised the [O Norland Research Council].", "[O Dornex] is a member of the consortium."],
    ["[P Ana Roux], who remains chairman, acts through [O Dornex]."],
]
_TRUE = {("Bo Lind", "Brennach"), ("Ana Roux", "Brennach"), ("Halden", "Brennach"), ("Norland Authority", "Brennach")}


@pytest.mark.parametrize("sentences", _SILENT, ids=lambda sentences: sentences[-1][:40])
def test_nothing_is_said_of_a_bystander(sentences: list[str]) -> None:
    """No claim beyond those that the words state."""
    assert {(claim.subject, claim.object) for claim in claims_of(*sentences)} <= _TRUE


def test_an_officer_belongs_to_whom_an_authority_acted_on() -> None:
    """ "The authority fined A. Chief executive P": P is of A."""
    claims = claims_of("The [O Norland Authority] fined [O Brennach].", "Chief executive [P Ana Roux] will appeal.")
    assert {(c.subject, c.object) for c in claims if c.predicate == "HAS_ROLE"} == {("Ana Roux", "Brennach")}


def test_its_owner_is_not_the_owner_of_the_exchange() -> None:
    """ "A trades on B and its owner is C": A's owner."""
    text = "Brennach trades on the Oslo Exchange and its largest shareholder is"
    place = text.index("its")
    claims = claims_of(
        "[O Brennach] trades on the [O Oslo Exchange] and its largest shareholder is [O Halden].",
        references=[_Reference("its", place, place + 3, ("Oslo Exchange",))],
    )
    assert {(c.subject, c.object) for c in claims if c.predicate == "OWNS"} == {("Halden", "Brennach")}


def test_what_it_launched_is_of_whom_was_ordered() -> None:
    """ "A ordered B to drop the coin it launched": B launched it."""
    text = "Norbank ordered Brennach to cease issuing Milko, the coin it"
    place = text.index("it", 55)
    claims = claims_of(
        "[O Norbank] ordered [O Brennach] to cease issuing [R Milko], the coin it launched in May.",
        references=[_Reference("it", place, place + 2, ("Norbank",))],
    )
    assert {c.subject for c in claims if c.predicate == "DEVELOPS"} == {"Brennach"}


def test_among_its_backers_is_of_the_one_that_counts() -> None:
    """ "A counts B among its backers": B backs A, whatever the pronoun was taken for."""
    text = "Brennach counts Dornex and Halden among its"
    claims = claims_of(
        "[O Brennach] counts [O Dornex] and [O Halden] among its backers.",
        references=[_Reference("its", len(text) - 3, len(text), ("Dornex",))],
    )
    assert {(c.subject, c.object) for c in claims} == {("Dornex", "Brennach"), ("Halden", "Brennach")}


def test_the_second_owner_needs_no_verb() -> None:
    """ "A holds 51 percent of C and B the remainder": both own C."""
    claims = claims_of("[O Halden] holds 51 percent of [O Brennach], [O Dornex] 30 percent and [O Norvik] the rest.")
    assert {c.subject for c in claims if c.object == "Brennach"} == {"Halden", "Dornex", "Norvik"}


def test_reports_said_to_be_wrong_are_denied() -> None:
    """ "Reports that A would buy B are wrong" is a denial."""
    (claim,) = claims_of("Reports that [O Brennach] would buy [O Dornex] are wrong.")
    assert claim.polarity == "negative"


def test_fines_are_no_capital() -> None:
    """Who gives money as a fine invests nothing."""
    assert claims_of("[O Brennach] gave [O Dornex] 5 million euros in fines.") == ()


def test_a_headline_with_a_verb_makes_no_sheet() -> None:
    """Rows under a headline are nobody's."""
    assert claims_of("[O Norvik] wins", "Owner: [P Ana Roux]") == ()


def test_the_league_is_the_one_named_so() -> None:
    """ "The league" is the only body whose name ends in the word; of two it is neither."""
    after = "[O Brennach] signed an agreement with the league."
    (claim,) = claims_of("The [O Nordic Milk League] met.", after)
    assert {claim.subject, claim.object} == {"Brennach", "Nordic Milk League"}
    assert claims_of("The [O Nordic Milk League] met the [O Cheese League].", after) == ()
