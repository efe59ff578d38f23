"""Where a name begins and ends."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The fund bought shares in bitFlyer and PwC.", {"bitFlyer", "PwC"}),
        ("Analysts at the Institute of Steel and Mining expect more.", {"Institute of Steel and Mining"}),
        ("It was fined by the Securities and Exchange Commission.", {"Securities and Exchange Commission"}),
        ("Payments run through Barlex, Nordpay and Quillo.", {"Barlex", "Nordpay", "Quillo"}),
        (
            "The Oslo-based firm Fjordia sued Germany's Rheinwerk GmbH.",
            {"Oslo", "Fjordia", "Germany", "Rheinwerk GmbH"},
        ),
        ("The Velmar-Tessio pact was signed after Velmar met Tessio.", {"Velmar", "Tessio"}),
        ("Shares of Calverton (NYSE: CLV) and Osko Motor (7203.T) rose.", {"Calverton", "Osko Motor", "NYSE"}),
        ("They gave money to Reporters Beyond Borders in Lima.", {"Reporters Beyond Borders", "Lima"}),
        ("The rocket maker flew Falkor 9 from Kenya.", {"Falkor 9", "Kenya"}),
        ("Money left the People's Bank of Tarva for Lloyd's.", {"People's Bank of Tarva", "Lloyd's"}),
        ("Nurses founded the Women's Health Association of Wales.", {"Women's Health Association of Wales"}),
        ("It owns Kvarn Lines A/S and Tor Optik (Osaka) Co., Ltd.", {"Kvarn Lines A/S", "Tor Optik (Osaka) Co., Ltd."}),
        (
            "She left the Racing to Zero Coalition and Marlow College London.",
            {"Racing to Zero Coalition", "Marlow College London"},
        ),
        ("The fund sold Orla+Venn in Hong Kong.", {"Orla+Venn", "Hong Kong"}),
        ("The heart drug pelvaxin failed while the yen fell.", {"pelvaxin", "yen"}),
        ("Only Jan van der Vliet and Kim Min-jun spoke.", {"Jan van der Vliet", "Kim Min-jun"}),
        ("The system links T-Mobile and AT&T with Quarx Co., Ltd.", {"T-Mobile", "AT&T", "Quarx Co., Ltd."}),
    ],
)
def test_names_are_cut_where_a_reader_would_cut_them(kinds, sentence, names):
    """Mixed case, "of" and "and" inside names, lists, hyphens, possessives, stock symbols, numbers."""
    assert set(kinds(sentence)) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The ICO and the MOU were delayed by COVID-19 in March.",
        "Meanwhile, several Chinese and Korean firms waited until Monday.",
        "The Company and its Board approved the Merger Agreement.",
        "Distributed Ledger Technology (DLT) is spreading.",
        "Unfortunately this was the end of the first quarter.",
    ],
)
def test_ordinary_capitals_name_nothing(kinds, sentence):
    """Generic acronyms, dates, adjectives of peoples, contract terms, first words."""
    assert kinds(sentence) == {}


def test_a_headline_gives_only_names_known_from_the_text(kinds):
    """In Title Case every word has a capital, so words count only where the text names them."""
    found = kinds("Torvik Signs New Deal With Growing Partners", "Torvik said on Monday that it had agreed terms.")
    assert set(found) == {"Torvik"}


def test_capitals_throughout_are_read_with_the_text(aliases):
    """A form found once is looked up everywhere, in capitals too."""
    found = aliases("KORVEX BUYS RIVAL MILLER BROTHERS FOR CASH TODAY", "Korvex said it was buying Miller Brothers.")
    assert found == {"Korvex": {"KORVEX"}, "Miller Brothers": {"MILLER BROTHERS"}}


def test_roles_and_titles_are_no_part_of_a_name(kinds):
    """What stands before the name says that it is a person."""
    found = kinds("H.E. Salim bin Rashid Al Noori met Deputy Minister Jun Park and Dr. Ada Brandt.")
    assert found == {"Salim bin Rashid Al Noori": "Person", "Jun Park": "Person", "Ada Brandt": "Person"}


def test_footnote_marks_make_no_headline(kinds):
    """A sentence full of names stays running text when "[6]" follows its stop."""
    found = kinds("The Tarvan Securities Regulatory Commission fined Orvex Foundation and LUMICO.[6]")
    assert set(found) == {"Tarvan Securities Regulatory Commission", "Orvex Foundation", "LUMICO"}


def test_a_headline_joins_no_names_with_a_raised_and(kinds):
    """ "And" in Title Case is no part of a name."""
    found = kinds("Rouble, Zlotnik And Blockchain: An Alliance Is Likely", "Norvik said so.")
    assert set(found) == {"Norvik"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Yesterday Velkor B&W sued H&M over R&D.", {"Velkor B&W", "H&M"}),
        (
            "The Ministry of Trade and Agricultural Development fined Brix.",
            {"Ministry of Trade and Agricultural Development", "Brix"},
        ),
        (
            "A fine by the French Food and Animal Health Inspectorate came.",
            {"French Food and Animal Health Inspectorate"},
        ),
        ("In town, talks with Canadian Garden ended.", {"Canadian Garden"}),
        ("They tested the e-Tarvo in May.", {"e-Tarvo"}),
        ("It cost NGN 4 billion (ticker VLKR).", set()),
        ("Shares went to the Bergsson family.", {"Bergsson family"}),
        ("A rival of Dravex is SKV On.", {"Dravex", "SKV On"}),
        ("Members are with the Alliance for a Green Future in Africa.", {"Alliance for a Green Future in Africa"}),
        ("Ann Berg, Head of Communications, left.", {"Ann Berg"}),
        ("Directors: Ann Berg\nOwners: Dravex", {"Ann Berg", "Dravex"}),
    ],
)
def test_marks_and_small_words_inside_names_are_kept(kinds, sentence, names):
    """Ampersands, hyphens, adjectives of peoples; codes of currencies and labels name no one."""
    assert set(kinds(sentence)) == names
