"""Absolute dates in text, as ISO 8601 strings as exact as the text: `2017`, `2017-09`, `2017-09-15`.

Relative dates ("on Monday", "last week") and dates without a year are left alone. Day and month in figures
("03/04/2017") are read only where one order is possible; with dots ("03.04.2017") the day comes first, as it does
wherever dates are written so.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

__all__ = ["find_dates", "parse_date"]

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTH = r"(?P<month>" + "|".join([rf"{name[:3]}(?:{name[3:]})?" for name in _MONTH_NAMES] + ["sept"]) + r")\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?(?:\s*\([A-Z]{2,4}\))?"
_TIME = rf"(?:[T\s,]*(?:at\s+)?\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE})?"

#: In the order in which they are tried at one place: the fuller form first.
_FORMS = (
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark){_DAY}(?!\d){_TIME}",
    rf"{_YEAR}\s*年\s*(?P<month>0?[1-9]|1[0-2])\s*月(?:\s*{_DAY}\s*[日号])?",
    rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]*{_YEAR}(?!\d){_TIME}",
    rf"{_WEEKDAY}{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}(?!\d){_TIME}",
    rf"{_MONTH}(?:\s+of)?,?[\s-]+{_YEAR}(?!\d)",
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}(?!\d){_TIME}",
    rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![-\d])",
    rf"{_YEAR}(?![\d%]|[.,]\d)",
)
_PATTERNS = tuple(re.compile(rf"(?<![\w./-]){form}(?!\w)", re.IGNORECASE) for form in _FORMS)

_LEAD = re.compile(r"\A(?:on\s+)?(?:the\s+)?", re.IGNORECASE)


def parse_date(text: str) -> str | None:
    """The date that the whole of `text` names, or None when it names none, an impossible or an ambiguous one."""
    stripped = _LEAD.sub("", text.strip())
    for pattern in _PATTERNS:
        found = pattern.fullmatch(stripped)
        if found:
            return _iso(found)
    return None


def find_dates(text: str, *, years: bool = False) -> Iterator[tuple[int, int, str]]:
    """Each absolute date in `text` as (start, end, ISO date), in order, not overlapping.

    A bare year counts only with `years`, since a figure such as 2000 is as often an amount.
    """
    found: list[tuple[int, int, str]] = []
    for pattern in _PATTERNS if years else _PATTERNS[:-1]:
        for match in pattern.finditer(text):
            date = _iso(match)
            if date and not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), date))
    return iter(sorted(found))


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if parts.get("first"):
        ordered = _day_and_month(int(parts["first"]), int(parts["second"]), dotted=parts["mark"] == ".")
        if ordered is None:
            return None
        day, month = str(ordered[0]), str(ordered[1])
    if month is None:
        return year
    number = int(month) if month.isdigit() else _MONTHS[month[:3].casefold()]
    if day is None:
        return f"{year}-{number:02}"
    try:
        return datetime.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _day_and_month(first: int, second: int, *, dotted: bool) -> tuple[int, int] | None:
    if first == second or dotted or first > 12:
        return (first, second) if second <= 12 else None
    return (second, first) if second > 12 else None
