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


def test_a_blend_in_brackets_joins_its_long_form(aliases):
    """Beginnings of words make the short name."""
    found = aliases("The Central Registry for Transactions of Norland (CENTRAN) met.", "CENTRAN fined Orvex.")
    assert found["Central Registry for Transactions of Norland"] == {"CENTRAN"}


def test_the_usual_short_form_is_the_name(aliases):
    """Used at least twice as often as the full one."""
    found = aliases("Orvex Digital LLC met Tarvo.", "Orvex sold it.", "Orvex grew.", "Orvex is in Oslo.")
    assert found["Orvex"] == {"Orvex Digital LLC"}


def test_an_acronym_is_no_usual_name(aliases):
    """However often it is used."""
    found = aliases("The Baltic Energy Authority (BEA) met.", "BEA fined Orvex.", "BEA left.", "BEA sued.")
    assert found["Baltic Energy Authority"] == {"BEA"}


def test_a_soft_ending_is_left_out_after_the_first_mention(aliases):
    """ "Velkor Capital" first, then "Velkor"."""
    found = aliases("In May the firm met Velkor Capital.", "It owes money.", "Velkor had agreed to sell.")
    assert found == {"Velkor Capital": {"Velkor"}}


def test_umlauts_written_out_join(aliases):
    """ "Brüning" and "Bruening" are one person."""
    assert aliases("Chief Katja Brüning spoke.", "Bruening said no.") == {"Katja Brüning": {"Bruening"}}


def test_an_acronym_of_another_language_joins_the_body_before_it(aliases):
    """Its letters need not fit the English name."""
    found = aliases("A fine by the Tarvan Food Inspectorate (VLKR) came.")
    assert found == {"Tarvan Food Inspectorate": {"VLKR"}}


def test_a_rare_last_word_joins_the_one_name_that_ends_so(aliases):
    """The first word is left out in speech."""
    found = aliases("The firm Baotan Velkor sold a ship.", "The price that Velkor got is unknown.")
    assert found == {"Baotan Velkor": {"Velkor"}}
