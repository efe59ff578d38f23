"""Names: which spellings are one name, and what every name is sure to get."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.names import acronyms, entity_id, latin_name, normal_name

KINDS = ("Organisation", "Person", "Place", "Product")


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Bithumb Co.", "bithumb"),
        ("JD.com, Inc.", "jd.com"),
        ("Foundry Digital LLC", "foundry digital"),
        ("Müller GmbH & Co. KG", "müller"),
        ("The Ford Motor Company", "ford motor"),
        ("Ford Holdings Limited", "ford"),
        ("DC/EP", "dc/ep"),
        ("AS Roma", "as roma"),
        ("Co", "co"),
        ("The Company", "company"),
        ("Bank of SA", "bank of sa"),
        ("J.P. Morgan", "jp morgan"),
        ("AT&T", "at&t"),
        ("Johnson & Johnson", "johnson and johnson"),
        ("Moody’s Corp", "moody"),
        ("L'Oréal S.A.", "loréal"),
        ("腾讯控股有限公司", "腾讯"),
        ("株式会社日立製作所", "日立製作所"),
        ("ООО «Ромашка»", "ромашка"),
        ("हिन्दी बैंक", "हिन्दी बैंक"),
    ],
)
def test_organisations(name: str, normal: str) -> None:
    """Legal forms go as whole words from the ends, never from inside a word, never all of the name."""
    assert normal_name(name, "Organisation") == normal


@pytest.mark.parametrize(
    "spellings",
    [
        ("U.S.", "US", "USA", "the United States", "United States of America"),
        ("UAE", "U.A.E.", "United Arab Emirates"),
        ("UK", "U.K.", "Great Britain", "United Kingdom"),
        ("South Korea", "Republic of Korea", "Korea"),
        ("Russia", "Russian Federation"),
    ],
)
def test_countries(spellings: tuple[str, ...]) -> None:
    """The usual names of a country are one place."""
    assert len({entity_id("Place", spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("name", ["London", "Panama City", "CA", "Congo", "Georgia", "New York"])
def test_places_that_are_no_country_stay(name: str) -> None:
    """A city is not its country, and a name that several places share is none of them."""
    assert normal_name(name, "Place") == name.casefold()


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Mr. Eric Gu", "eric gu"),
        ("H.E. Omar Al Olama", "omar al olama"),
        ("H.E. Smith", "h e smith"),
        ("J. P. Morgan", "j p morgan"),
        ("J.P. Morgan", "j p morgan"),
        ("His Excellency Dr. Li Wei", "li wei"),
        ("President", "president"),
        ("王小明", "王小明"),
    ],
)
def test_people(name: str, normal: str) -> None:
    """Titles go, initials stay."""
    assert normal_name(name, "Person") == normal


def test_the_latin_form_folds_accents_and_alphabets() -> None:
    """A second form to compare by; the normal form keeps both."""
    assert latin_name("Petróleos de Venezuela, S.A.") == "petroleos de venezuela"
    assert latin_name("Сбербанк") == latin_name("Sberbank")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Bank of Korea", {"BOK", "BK"}),
        ("People's Bank of China", {"PBOC", "PBC"}),
        ("U.S. Securities and Exchange Commission", {"USSEC", "USSAEC"}),
        ("Foo Bar Co., Ltd.", {"FB"}),
        ("FINTRAC", set()),
    ],
)
def test_acronyms(name: str, expected: set[str]) -> None:
    """Articles and legal forms give no letter, small words may."""
    assert acronyms(name) == expected


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(KINDS))
def test_every_text_has_a_normal_form(name: str, kind: str) -> None:
    """Total; empty only for blanks; keeps a letter or digit where there was one."""
    normal = normal_name(name, kind)
    assert bool(normal) == bool(name.strip())
    assert any(map(str.isalnum, normal)) or not any(map(str.isalnum, name))
    assert entity_id(kind, name)
    assert isinstance(latin_name(name, kind), str)
    assert all(len(form) > 1 for form in acronyms(name))


WORDS = st.sampled_from(
    (
        "The",
        "a",
        "Dr.",
        "H.E.",
        "Co.,",
        "Ltd.",
        "S.A.",
        "&",
        "of",
        "Bank",
        "China",
        "U.S.",
        "O'Neil's",
        "A/S",
        "有限公司",
        "ООО",
        "/",
        "É.",
        "x+",
        "-",
        "ß",
        "İ",
        "ﬁn",
    )
)


@settings(deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=7).map(" ".join), st.sampled_from(KINDS))
def test_the_normal_form_is_its_own(name: str, kind: str) -> None:
    """Normalising twice changes nothing, and neither do case and outer spaces."""
    normal = normal_name(name, kind)
    assert normal_name(normal, kind) == normal
    assert normal_name(f"  {name} ", kind) == normal
