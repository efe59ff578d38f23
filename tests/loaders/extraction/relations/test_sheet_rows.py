"""Rows of fact sheets: whose they are, and what their remarks say."""

from __future__ import annotations

import pytest

from tests.loaders.extraction.relations.marked import claims_of


def _facts(*sentences: str) -> set[tuple[str, str, str]]:
    return {(claim.subject, claim.predicate, claim.object) for claim in claims_of(*sentences)}


def test_the_title_names_the_owner_even_where_another_is_named_more() -> None:
    """The subject of a brief is its title's body, not the one most often named."""
    facts = _facts("PROFILE: [O Brennach]", "Rivals: [O Norvik], [O Dornex]", "[O Norvik] grows.", "[O Norvik] hires.")
    assert facts == {("Brennach", "COMPETES_WITH", "Norvik"), ("Brennach", "COMPETES_WITH", "Dornex")}


def test_every_entry_of_a_row_is_read_with_its_remark() -> None:
    """ "A (61%); B (12%, until 2022)": both own, the second did."""
    claims = claims_of("Company brief: [O Brennach]", "Owner: [O Halden] (61%); [O Norvik] (12%, until 2022)")
    assert {(c.subject, c.object, c.status) for c in claims} == {
        ("Halden", "Brennach", "active"),
        ("Norvik", "Brennach", "ended"),
    }


def test_people_of_a_sheet_hold_their_titles_at_its_owner() -> None:
    """Each person has the title behind the name, and never a role at another person."""
    claims = claims_of("Profile: [O Brennach]", "Key people: [P Ana Roux] (CEO); [P Bo Lind] (CFO, since 2021)")
    assert {(c.subject, c.predicate, c.object, c.role) for c in claims} == {
        ("Ana Roux", "HAS_ROLE", "Brennach", "CEO"),
        ("Bo Lind", "HAS_ROLE", "Brennach", "CFO"),
    }


def test_a_label_may_be_the_title_of_a_person() -> None:
    """ "Former CEO: P" is a role that has ended."""
    (claim,) = claims_of("Profile: [O Brennach]", "Former CEO: [P Ana Roux]")
    assert (claim.subject, claim.object, claim.status) == ("Ana Roux", "Brennach", "ended")


def test_lines_of_a_sheet_speak_of_its_owner() -> None:
    """Lines without a subject, with a day or without, are said of whose sheet it is."""
    facts = _facts(
        "Profile: [O Brennach]",
        "Rivals: [O Norvik]",
        "Seat: [L Oslo]",
        "2018: bought [O Dornex] for EUR 23 million",
        "Hosts the [R Oslo Fair] every year",
    )
    assert ("Brennach", "ACQUIRES", "Dornex") in facts
    assert ("Brennach", "HOSTS", "Oslo Fair") in facts


@pytest.mark.parametrize(
    "row",
    [
        "Customers: none in [L Norway] so far",
        "Owner: not [O Norvik], as was reported",
        "Regulator: clearance by [O Norvik Authority] is pending",
        "Suppliers: undisclosed ([O Norvik] denied)",
        "Key people: [O Norvik] has no say",
    ],
)
def test_rows_that_say_nothing(row: str) -> None:
    """An entry that denies, or does not begin with its name, gives nothing."""
    assert _facts("Profile: [O Brennach]", row) == set()


def test_a_headline_names_no_owner() -> None:
    """A title of two bodies tells of no single one whose rows follow."""
    assert _facts("[O Brennach] sues [O Dornex]", "Suppliers: [O Norvik]") == set()
