"""Which forms are one entity."""

from __future__ import annotations


def test_an_acronym_in_brackets_joins_its_long_form(aliases):
    """The text declares it."""
    found = aliases("The Baltic Energy Authority (BEA) met.", "Later BEA fined Norvik.")
    assert found["Baltic Energy Authority"] == {"BEA"}


def test_stands_for_joins_both(aliases):
    """The text declares it in words."""
    found = aliases("TRIFT, which stands for the Society for Transport Finance, grew.")
    assert found == {"Society for Transport Finance": {"TRIFT"}}


def test_a_surname_or_first_name_joins_its_person(aliases):
    """One person alone bears it."""
    found = aliases("Norwin bank named Greta Solberg as chair.", "Solberg said no.", "Greta has two sons.")
    assert found["Greta Solberg"] == {"Solberg", "Greta"}


def test_a_short_form_joins_the_longer_name(aliases):
    """General endings are left out in speech."""
    found = aliases("The firm Talvik Motor Corp sold Orbane Foundation a ship.", "Talvik thanked Orbane.")
    assert found == {"Talvik Motor Corp": {"Talvik"}, "Orbane Foundation": {"Orbane"}}


def test_a_unit_stays_apart_from_its_parent(kinds):
    """A financing arm or venture fund is its own organisation."""
    found = kinds("Talvik Financial Services and Talvik iVentures belong to Talvik Inc.", "Talvik said so.")
    assert set(found) == {"Talvik Financial Services", "Talvik iVentures", "Talvik Inc."}


def test_like_beginnings_do_not_join(kinds):
    """Shared letters are no shared name."""
    assert set(kinds("The bank HashTor sued HashMil and KaoPay, not Kao.")) == {"HashTor", "HashMil", "KaoPay", "Kao"}


def test_places_join_by_the_gazetteer(aliases):
    """ "U.S." and "United States" are one place."""
    found = aliases("Firms left the United States.", "The U.S. objected.")
    assert found == {"United States": {"U.S."}}
