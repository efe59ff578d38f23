"""Title, author, date, publisher and the analyst's own confidence."""

import pytest

from allygraph.loaders.documents import read_text
from allygraph.loaders.documents.bylines import author_of
from allygraph.loaders.documents.publication import date_of_line
from tests.loaders.documents.samples import DATA, read_one


def test_assessment() -> None:
    """Byline, date line, stated confidence and the weaker of two stated reliabilities are read."""
    document = read_one(DATA / "assessment.txt").document
    assert document.title == "Harbour Lenders Likely To Share A Settlement Platform"
    assert (document.author, document.published, document.language) == ("Mara Quill", "2019-03-04", "en")
    assert (document.confidence_words, document.reliability) == ("moderate", "D")


def test_newsletter_masthead_names_the_source() -> None:
    """The name before the number of the issue is the publisher."""
    document = read_one(DATA / "newsletter.txt").document
    assert (document.title, document.source.name) == ("Harbour Ledger | # 4", "Harbour Ledger")
    assert document.published == "2020-10-09"


def test_release_dateline() -> None:
    """Date and agency come from the dateline, not from dates in the story."""
    document = read_one(DATA / "release.txt").document
    assert (document.published, document.source.name) == ("2021-02-11", "Fjordwire")


def test_a_date_in_the_story_is_not_the_date_of_publication() -> None:
    """A text that does not say when it was published has no date."""
    document, _ = read_text("Two banks agree\n\nOn 3 May 2020 the banks signed an agreement in Oslo.")
    assert document.published is None


def test_what_the_caller_says_wins() -> None:
    """Title, date and source given go before those in the text."""
    document, _ = read_text("Title\n\n4 March 2019\n\nText.", title="Mine", published="2020", source="Desk")
    assert (document.title, document.published, document.source.name) == ("Mine", "2020", "Desk")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("Posted by Ann Lee on 3 May 2020", "Ann Lee"),
        ("By Ann Lee and Bob van Ray, Staff Writers", "Ann Lee and Bob van Ray"),
        ("Ann Lee, Senior Analyst", "Ann Lee"),
        ("3 May 2020 | By Ann Lee", "Ann Lee"),
        ("By the end of 2020", None),
        ("Foo Bank – the largest bank in Asia", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    """A byline gives its names, any other line None."""
    assert author_of(line) == author


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: October 1, 2020", "2020-10-01"),
        ("Updated 10:30 AM ET, Fri March 13, 2020", "2020-03-13"),
        ("Moscow, 15 September 2017", "2017-09-15"),
        ("Blockchain Review, October 2020", "2020-10"),
        ("C2CX signed on 12 September 2017", None),
        ("Alliance outlook for March 2024", None),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    """Only a line with a date and its company gives a date."""
    assert date_of_line(line) == date
