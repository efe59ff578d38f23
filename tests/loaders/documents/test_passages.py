"""Passages: sentences with their characters, without furniture and footnotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allygraph.loaders.documents.passages import passages_of
from allygraph.loaders.documents.sentences import LONGEST
from tests.loaders.documents.samples import DATA, read_one, texts

WORDS = st.sampled_from(
    ["Foo", "bar", "Inc.", "U.S.", "[1]", "“", "”", ".", "?", "\n", "\n\n", " ", "- ", "1. ", "。", "é", "\r"]
)


def split(text: str) -> list[str]:
    return [passage.text for passage in passages_of(text, "doc-x")]


@given(st.one_of(st.text(), st.lists(WORDS).map("".join)))
def test_passages_are_ordered_disjoint_and_exact(text: str) -> None:
    """For any text, each passage is the stretch that its characters say, after the one before it."""
    at = 0
    for index, passage in enumerate(passages_of(text, "doc-x")):
        assert passage.index == index
        assert at <= passage.start < passage.end
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert len(passage.text) <= LONGEST
        at = passage.end


@given(st.text())
def test_passage_ids_are_unique(text: str) -> None:
    """Equal sentences get different ids by their order."""
    ids = [passage.id for passage in passages_of(f"Foo. Bar. Foo.\n{text}", "doc-x")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. J. P. Lee of Foo Co. and Bar Corp., two U.S. firms, met H.E. Abdul vs. Smith on Feb. 3 at No. 5.",
        "It paid $3.5 million (approx. 40 pct.) to example.org, e.g. for gold.",
        "Toyota Motor Corp. President Akio Toyoda signed.",
        "The U.S. Treasury said no.",
        "“Really?” he asked. it went on",
        "Shares of Yahoo! Inc. fell.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Abbreviations, initials, decimals, addresses and small letters do not end a sentence."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It is owned by Foo Co.|Korbit is owned by Bar Inc.|The deal closed in the U.S.|He left.",
        "It fell.[1]|Then it rose.[2][3]|It stayed.",
        "“We agree.”|“So do we!”|He asked why…|Nobody said.",
        "Did it end?|Yes!|It did in 2020.|In 2021 it began.",
        "He said no.|She said yes.",
    ],
)
def test_sentences_are_parted(text: str) -> None:
    """Closing marks and footnote marks stay with the sentence before."""
    assert split(text.replace("|", " ")) == text.split("|")


def test_wrapped_lines_join_and_items_do_not() -> None:
    """A sentence runs over line breaks made by wrapping; list items stand alone without their marks."""
    found = [" ".join(text.split()) for text in texts(read_one(DATA / "wrapped.txt"))]
    assert found[0].endswith("platform for the ports of the region.")
    assert found[2:4] == ["Northgate brings the licence", "Sella Pay brings the software"]


def test_chinese_and_russian_sentences() -> None:
    """Chinese stops need no space after them; Cyrillic capitals begin sentences."""
    found = texts(read_one(DATA / "wrapped.txt"))
    assert found[4:] == [
        "区块链公司签署协议。",
        "双方将合作！",
        "Компания подписала соглашение.",
        "Она работает давно.",
    ]


def test_dateline_is_its_own_passage() -> None:
    """The sentence after a dateline begins with its subject."""
    found = texts(read_one(DATA / "release.txt"))
    assert found[1] == "OSLO, Norway, Feb. 11, 2021 /Fjordwire/ --"
    assert found[2].startswith("Northgate Bank Inc., a lender")


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("San Jose, CA – February 5, 2021 – Acme builds.", "San Jose, CA – February 5, 2021 –"),
        ("LONDON (Newswire) - Acme builds.", "LONDON (Newswire) -"),
        ("TOKYO A maker of robots builds.", "TOKYO"),
        ("Acme Group – the maker – builds.", None),
        ("IBM Research builds.", None),
    ],
)
def test_datelines(text: str, dateline: str | None) -> None:
    """Place, date and agency are parted from the sentence; a company in front of a dash is not."""
    assert split(text)[:-1] == ([dateline] if dateline else [])


def test_furniture_is_no_passage() -> None:
    """Comment forms and "read more" lines are left out of the passages, not of the text."""
    read = read_one(DATA / "assessment.txt")
    assert texts(read)[-1].startswith("Source reliability")
    assert "Leave a Reply" in read.document.text
    assert not [
        text for text in texts(read_one(DATA / "newsletter.txt")) if text.startswith(("Read more", "Subscribe"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Next, the banks will sign.",
        "Previous deals between the banks failed.",
        "By using the chain, the banks agree to share data.",
        "Share prices fell.",
        "Follow-up talks are planned in Oslo.",
        "Comments",
        "More on the deal",
        "3. High reliability of the network is the aim.",
    ],
)
def test_the_story_is_no_furniture(text: str) -> None:
    """Lines that only begin like furniture stay, and what follows them too."""
    assert split(f"The banks signed an agreement.\n\n{text}\n\nIt is new.")[1:] == [
        text.removeprefix("3. "),
        "It is new.",
    ]


def test_footnotes_grade_the_sentences_that_cite_them() -> None:
    """The weakest note decides the reliability; all words are kept."""
    graded = [
        (one.reliability, one.rating_words) for one in read_one(DATA / "assessment.txt").passages if "[" in one.text
    ]
    assert graded == [("B", "High"), ("C", "Moderate"), ("D", "High, Low")]


def test_long_stretches_without_stops_are_cut() -> None:
    """Text without sentences is cut at spaces, and loses no word."""
    found = split("word " * 5000)
    assert max(map(len, found)) <= LONGEST
    assert sum(len(text.split()) for text in found) == 5000
