"""Absolute dates become ISO 8601 strings as exact as the text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allygraph.loaders.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("15 September 2017", "2017-09-15"),
        ("the 15th of September, 2017", "2017-09-15"),
        ("Feb. 11, 2021", "2021-02-11"),
        ("Fri, 15 Sep 2017 10:00:00 +0000", "2017-09-15"),
        ("2017-09-15T10:00:00Z", "2017-09-15"),
        ("September 2017", "2017-09"),
        ("2017年9月15日", "2017-09-15"),
        ("15/09/2017", "2017-09-15"),
        ("03.04.2017", "2017-04-03"),
        ("2017", "2017"),
        ("03/04/2017", None),
        ("Feb 30, 2020", None),
        ("12 September", None),
        ("yesterday", None),
        ("2,000", None),
    ],
)
def test_parse_date(text: str, date: str | None) -> None:
    """Usual forms are read; impossible, ambiguous and relative dates are not."""
    assert parse_date(text) == date


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a %d %b %Y"]),
)
def test_written_dates_are_read_back(day: datetime.date, form: str) -> None:
    """Any date written in a usual form is the same date again."""
    assert parse_date(day.strftime(form)) == day.isoformat()


def test_find_dates_gives_characters() -> None:
    """Dates come in order with their characters; years alone only when asked for."""
    text = "On September 16, 2020, in May 2021 and by 2024."
    assert [text[start:end] for start, end, _ in find_dates(text)] == ["September 16, 2020", "May 2021"]
    assert [date for *_, date in find_dates(text, years=True)] == ["2020-09-16", "2021-05", "2024"]
