"""Dates as exact as the text was: `2020`, `2020-07`, `2020-07-14`, and the distance between them."""

from __future__ import annotations

from calendar import IllegalMonthError, monthrange
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=65536)
def interval(text: str | None) -> tuple[date, date] | None:
    """First and last day that a date can mean, both included; None for no date and for text that is not one."""
    try:
        parts = [int(part) for part in (text or "").split("-")]
        _, month, day = (*parts, None, None)[:3]
        first = date(parts[0], month or 1, day or 1)
        last_month = month or 12
        return first, date(parts[0], last_month, day or monthrange(parts[0], last_month)[1])
    except (ValueError, IllegalMonthError):
        return None


def days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two dates, 0 where they can be the same day; None if either is missing."""
    left, right = interval(one), interval(other)
    if left is None or right is None:
        return None
    return max(0, (right[0] - left[1]).days, (left[0] - right[1]).days)


def exactness(text: str | None) -> int:
    """3 for a day, 2 for a month, 1 for a year, 0 for no date."""
    return 0 if not text or interval(text) is None else text.count("-") + 1


def within(less_exact: str | None, more_exact: str | None) -> bool:
    """Whether the second date says the same as the first, or the same more exactly."""
    if not less_exact:
        return True
    return more_exact is not None and (more_exact == less_exact or more_exact.startswith(less_exact + "-"))
