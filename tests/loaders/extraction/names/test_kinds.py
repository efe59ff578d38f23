"""What kind of thing a name names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("It uses a service called Lanternfish.", "Lanternfish", "Product"),
        ("The vaccine Orvaxin was approved.", "Orvaxin", "Product"),
        ("Orinium, a blockchain developed by students, is growing.", "Orinium", "Product"),
        ("Dealers said the Russian ruble had fallen.", "Russian ruble", "Product"),
        ("Visitors came to the 2031 Riga Steel Week in spring.", "2031 Riga Steel Week", "Product"),
        ("The chip maker Orsel announced results.", "Orsel", "Organisation"),
        ("He holds a stake in Dravex.", "Dravex", "Organisation"),
        ("The Chinese government agreed.", "Chinese government", "Organisation"),
        ("Said Wenona Falk, the founder of the group: no.", "Wenona Falk", "Person"),
        ("Tomas Lind of Dravex declined to comment.", "Tomas Lind", "Person"),
        ("The firm is headquartered in Ostermoor.", "Ostermoor", "Place"),
        ("Orsel, whose plant in Oslo burned, is closed.", "Orsel", "Organisation"),
        ("Marna Velt, who left in May, said no.", "Marna Velt", "Person"),
        ("They use its exchange, Quaydon, every day.", "Quaydon", "Product"),
        ("Velkor, a Tarvan platform, closed; Ostrin is a Russian blockchain platform.", "Ostrin", "Organisation"),
        ("The Velkor 300 landed in Oslo.", "Velkor 300", "Product"),
        ("Ask Tae-jun Mok about it.", "Tae-jun Mok", "Person"),
        ("They met in Addis Ababa.", "Addis Ababa", "Place"),
        ("Products: Velkor (a drone), Ostrin; Partners: Dravex", "Ostrin", "Product"),
        ("Products: Velkor (a drone), Ostrin; Partners: Dravex", "Dravex", "Organisation"),
        ("Key people: Marna Velt (CEO)", "Marna Velt", "Person"),
        ("By Wenona Falk", "Wenona Falk", "Person"),
        ("Its wallet runs on Dravex.", "Dravex", "Product"),
        ("Velkor, headquartered in Oslo, agreed.", "Velkor", "Organisation"),
        ("Its token, OST, rose.", "OST", "Product"),
        ("Guests from TV 4 came.", "TV 4", "Organisation"),
    ],
)
def test_the_words_around_a_name_give_its_kind(kinds, sentence, name, kind):
    """Nouns before, appositions, verbs, prepositions, word lists."""
    assert kinds(sentence)[name] == kind


def test_a_form_has_one_kind_in_a_document(kinds):
    """The clear sentence decides for the unclear one."""
    found = kinds("Marlowe rose on Monday.", "The currency Marlowe is used by banks.", "Prices in Marlowe fell.")
    assert found == {"Marlowe": "Product"}
