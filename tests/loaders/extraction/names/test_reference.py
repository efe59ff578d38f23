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
