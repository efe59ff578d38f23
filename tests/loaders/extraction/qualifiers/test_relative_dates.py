"""Dates in running text, by the day the text came out: Wednesday 14 June 2023."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allygraph.loaders.extraction.qualifiers.dates import find_dates, resolve_date

PUBLISHED = "2023-06-14"

PAST = [
    ("signed on 12 September with", "2022-09-12"),
    ("signed on 12 September 2017 with", "2017-09-12"),
    ("on June 2, 2020", "2020-06-02"),
    ("on June 2", "2023-06-02"),
    ("Oct. 23-28", "2022-10-23"),
    ("on the 3rd of May 2021", "2021-05-03"),
    ("in July", "2022-07"),
    ("in March 2019", "2019-03"),
    ("in mid-2022", "2022"),
    ("since 2017", "2017"),
    ("on Monday", "2023-06-12"),
    ("on Wednesday", "2023-06-14"),
    ("last Wednesday", "2023-06-07"),
    ("Earlier on Tuesday", "2023-06-13"),
    ("yesterday", "2023-06-13"),
    ("today", "2023-06-14"),
    ("last year", "2022"),
    ("earlier this year", "2023"),
    ("last month", "2023-05"),
    ("earlier this month", "2023-06"),
    ("last February", "2023-02"),
    ("two years ago", "2021"),
    ("three days ago", "2023-06-11"),
    ("six months ago", "2022-12"),
    ("2020-02-29", "2020-02-29"),
]
PLANNED = [
    ("on 12 September", "2023-09-12"),
    ("on 2 June", "2024-06-02"),
    ("in March", "2024-03"),
    ("on Monday", "2023-06-19"),
    ("next year", "2024"),
    ("next month", "2023-07"),
    ("tomorrow", "2023-06-15"),
]
NOTHING = [
    "it may rise",
    "march on the capital",
    "more than four months after",
    "last week",
    "31 February 2020",
    "25% of sales",
]


def _first(text: str, *, planned: bool = False) -> str | None:
    spans = find_dates(text)
    return resolve_date(spans[0], PUBLISHED, planned=planned) if spans else None


@pytest.mark.parametrize(("text", "day"), PAST)
def test_what_happened_lies_in_the_past(text: str, day: str) -> None:
    """A date without a year is the last one not after publication."""
    assert _first(text) == day


@pytest.mark.parametrize(("text", "day"), PLANNED)
def test_what_is_planned_lies_ahead(text: str, day: str) -> None:
    """A date without a year is the next one not before publication."""
    assert _first(text, planned=True) == day


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date_gives_none(text: str) -> None:
    """Verbs, durations, impossible days and vague weeks have no date."""
    assert _first(text) is None


def test_the_same_day_goes_back_to_the_date_before() -> None:
    """ "The same day" means what the text named last."""
    [span] = find_dates("on the same day")
    assert resolve_date(span, PUBLISHED, previous="2023-01-02") == "2023-01-02"


def test_without_publication_only_full_dates_are_told() -> None:
    """A weekday needs the day of publication, a full date does not."""
    assert resolve_date(find_dates("on Monday")[0], None) is None
    assert resolve_date(find_dates("on 5 May 2022")[0], None) == "2022-05-05"


def test_the_preposition_is_kept() -> None:
    """ "By" and "since" are told from "on"."""
    assert [span.lead for span in find_dates("by 2024, since May 2020 and on Monday")] == ["by", "since", "on"]


@given(st.text(max_size=80), st.text(max_size=12))
def test_odd_text_never_raises(text: str, published: str) -> None:
    """Any text and any publication date give dates or none."""
    for span in find_dates(text):
        assert 0 <= span.start < span.end <= len(text)
        resolve_date(span, published)
