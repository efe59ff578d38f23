"""What pronouns and nominals stand for."""

from __future__ import annotations


def test_it_is_the_subject_of_its_sentence(references):
    """The firm that speaks is the one meant."""
    assert references("Dravex said it would sell Norvik.") == [("it", ("Dravex",))]


def test_an_empty_it_stands_for_nothing(references):
    """ "It is likely that" refers to no one."""
    assert references("Dravex signed a deal.", "It is likely that prices will rise.") == []


def test_a_nominal_goes_to_the_entity_called_so(references):
    """The noun used of an entity decides, not the nearest name."""
    found = references("The crypto exchange Fusol hired the law firm Brandt LLP.", "The exchange declined to comment.")
    assert found == [("The exchange", ("Fusol",))]


def test_the_central_bank_is_the_one_named_so(references):
    """Two words make one noun."""
    found = references("A study by the central bank BNK praised Dravex.", "The central bank said more would follow.")
    assert found == [("The central bank", ("BNK",))]


def test_both_companies_are_the_two_side_by_side(references):
    """Number agrees."""
    found = references("Dravex and Norvik signed a deal in Oslo.", "The two companies said they would share costs.")
    assert found[0] == ("The two companies", ("Dravex", "Norvik"))


def test_he_is_the_last_person_who_acts(references):
    """Pronouns of people go to people."""
    found = references("Jan Pieters runs Dravex.", "He joined in 2019.")
    assert found == [("He", ("Jan Pieters",))]


def test_a_defined_term_is_its_party(references):
    """A filing says what "the Company" means."""
    found = references('Harl Bancorp, Inc. (the "Company") met Todd Corp.', "The fees are paid by the Company.")
    assert found == [("the Company", ("Harl Bancorp, Inc.",))]


def test_an_apposition_refers_to_nothing_before(references):
    """The noun phrase describes the name beside it."""
    assert references("Norvik met NXT, the holding company of Dravex Corp.") == []


def test_the_venture_is_what_the_deal_creates(references):
    """The nearest organisation is not meant."""
    found = references(
        "Dravex and Norvik agreed to launch a joint crypto exchange, Quayex.", "Dravex runs the venture."
    )
    assert found == [("the venture", ("Quayex",))]


def test_i_is_the_one_who_speaks_or_signs(references):
    """Inside quotes the speaker, else the signature."""
    found = references("\u201cWhy should I sell?\u201d said Ann Lee of Dravex.", "I live in Oslo.", "Jan Pieters")
    assert found == [("I", ("Ann Lee",)), ("I", ("Jan Pieters",))]


def test_the_two_countries_are_places(references):
    """Firms side by side are not meant."""
    found = references("China and Russia want more.", "Dravex and Norvik met in the two countries.")
    assert found == [("the two countries", ("China", "Russia"))]


def test_their_may_be_of_one_firm(references):
    """No one else is there."""
    assert references("Dravex sold their ship.") == [("their", ("Dravex",))]
