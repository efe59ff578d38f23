"""Dates in running text: where they stand, and which day, month or year they mean.

A date without a year takes the nearest one: not after the day of publication for what has happened, not before it
for what is planned. What is vaguer than a year ("over the past decade") or tied to no one day ("last week") means
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression at characters `start` to `end` of its text.

    `shape` names the rule that reads it, `fields` what that rule found. `lead` is the preposition before it, lower
    case: "since", "by" and "until" give a bound, not the date of the event.
    """

    start: int
    end: int
    shape: str
    fields: Mapping[str, str]
    lead: str = ""


@cache
def _tables() -> Mapping[str, Mapping[str, int]]:
    data: dict[str, Any] = read_yaml(__package__, "date_words.yaml")
    return MappingProxyType(data)


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(_tables()["months"], key=len, reverse=True))
    weekdays = "|".join(_tables()["weekdays"])
    numbers = "|".join(_tables()["numbers"])
    month, year, day = rf"(?:{months})\b\.?", r"(?:19|20)\d\d", r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    lead = (
        r"(?:\b(?:(?P<lead>on|in|since|by|until|till|from|before|after|during|for|as of|at|around|effective|dated|of)"
        r"\s+(?:the\s+)?)?"
    )
    titled = "|".join(sorted({name.title() for name in _tables()["months"]}, key=len, reverse=True))
    vague = r"(?:(?:early|mid|late|the\s+(?:beginning|start|middle|end)\s+of|end\s+of)[\s-]+)?"
    part = r"(?:(?P<part>early|mid|late|the\s+(?:beginning|start|middle|end)\s+of|end\s+of)[\s-]+)?"
    shapes = (
        r"(?P<iso>(?P<iso_day>(?:19|20)\d\d-\d\d-\d\d)\b)",
        rf"(?P<day_month>(?:(?:{weekdays}),?\s+)?(?P<dm_day>{day})\s+(?:of\s+)?(?P<dm_month>{month})(?:,?\s+(?P<dm_year>{year})\b)?)",
        rf"(?P<month_day>(?:(?:{weekdays}),?\s+)?(?P<md_month>{month})\s+(?P<md_day>{day})\b(?!\s*(?:%|percent|per\s+cent))"
        rf"(?:\s?[-–]\s?{day}\b)?(?:,?\s+(?P<md_year>{year})\b)?)",
        rf"(?P<month_year>{vague}(?P<my_month>{month}),?\s+(?:of\s+)?(?P<my_year>{year})\b)",
        rf"(?P<relative>(?:earlier\s+|later\s+|early\s+|late\s+)?(?P<r_which>this|last|next|that)\s+(?P<r_unit>month|year|quarter|week|(?:{months})\b))",
        r"(?P<same_day>(?:the\s+)?same\s+day|that\s+day)\b",
        rf"(?P<weekday>(?:earlier\s+on\s+|late\s+on\s+|early\s+on\s+|late\s+|earlier\s+)?(?:(?P<w_which>last|next|this|the\s+previous)\s+)?(?P<w_day>{weekdays})\b)",
        r"(?P<today>(?:earlier\s+|later\s+)?(?P<t_day>today|yesterday|tomorrow)\b)",
        rf"(?P<ago>(?:about\s+|around\s+|almost\s+|some\s+)?(?P<a_count>\d{{1,2}}|{numbers})\s+(?P<a_unit>day|week|month|year)s?\s+(?:ago|earlier)\b)",
        rf"(?P<month>{part}(?P<m_month>(?-i:{titled}))\b\.?)",
        rf"(?P<year>(?:(?P<y_part>early|mid|late|end\s+of|the\s+(?:beginning|start|middle|end)\s+of)[\s-]+)?(?P<y_year>{year})\b(?![%,.]\d|-\w|\s*(?:percent|%)))",
    )
    return re.compile(rf"(?<![\w$€£¥.,-]){lead})(?:{'|'.join(shapes)})", re.IGNORECASE)


_HINT = re.compile(
    r"\d|day|month|year|week|quarter|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|tomorrow",
    re.IGNORECASE,
)


def find_dates(text: str) -> list[DateSpan]:
    """The date expressions of a text, in reading order. A bare month or year counts only behind a preposition."""
    if not _HINT.search(text):
        return []
    spans = []
    for match in _pattern().finditer(text):
        shape = next(name for name in _READERS if match.group(name))
        lead = (match.group("lead") or "").lower()
        if shape in {"month", "year"} and not lead and not match.group("part" if shape == "month" else "y_part"):
            continue
        fields = {
            name: value.lower()
            for name, value in match.groupdict().items()
            if value and name not in _READERS and "_" in name
        }
        spans.append(DateSpan(match.start(), match.end(), shape, MappingProxyType(fields), lead))
    return spans


def resolve_date(
    span: DateSpan, published: str | None, *, planned: bool = False, previous: str | None = None
) -> str | None:
    """The date a span means, as exact as it is: `2020`, `2020-07`, `2020-07-14`; None where that cannot be told.

    `published` is the day the document came out, `previous` the date "the same day" goes back to.
    """
    if span.shape == "same_day":
        return previous
    try:
        return _READERS[span.shape](span.fields, _day(published), planned)
    except (ValueError, KeyError):
        return None


def _day(text: str | None) -> date | None:
    if not text or len(text) < 10:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _month_number(word: str) -> int:
    return _tables()["months"][word.strip().rstrip(".").lower()]


def _with_year(month: int, day: int, year: str | None, today: date | None, planned: bool) -> str | None:
    if year:
        return date(int(year), month, day).isoformat()
    if today is None:
        return None
    then = date(today.year, month, day)
    if not planned and then > today:
        then = date(today.year - 1, month, day)
    elif planned and then < today:
        then = date(today.year + 1, month, day)
    return then.isoformat()


def _read_iso(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:  # noqa: ARG001
    return date.fromisoformat(fields["iso_day"]).isoformat()


def _read_day_month(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:
    day = int(re.sub(r"\D", "", fields["dm_day"]))
    return _with_year(_month_number(fields["dm_month"]), day, fields.get("dm_year"), today, planned)


def _read_month_day(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:
    day = int(re.sub(r"\D", "", fields["md_day"]))
    return _with_year(_month_number(fields["md_month"]), day, fields.get("md_year"), today, planned)


def _read_month_year(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:  # noqa: ARG001
    return f"{int(fields['my_year']):04d}-{_month_number(fields['my_month']):02d}"


def _read_month(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:
    month = _month_number(fields["m_month"])
    if today is None:
        return None
    year = today.year
    if not planned and month > today.month:
        year -= 1
    elif planned and month < today.month:
        year += 1
    return f"{year:04d}-{month:02d}"


def _read_year(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:  # noqa: ARG001
    return fields["y_year"]


def _read_relative(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:
    which, unit = fields["r_which"], fields["r_unit"].rstrip(".")
    if today is None or which == "that":
        return None
    step = {"this": 0, "last": -1, "next": 1}[which]
    if unit == "year":
        return f"{today.year + step:04d}"
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if unit in _tables()["months"]:
        return _read_month({"m_month": unit}, today, planned or which == "next")
    return None


def _read_weekday(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:
    if today is None:
        return None
    which, wanted = fields.get("w_which"), _tables()["weekdays"][fields["w_day"]]
    if which == "next" or (planned and which != "last"):
        ahead = (wanted - today.weekday()) % 7 or 7
        return (today + timedelta(days=ahead)).isoformat()
    back = (today.weekday() - wanted) % 7
    # "last Monday" in a text that came out on a Monday is a week old, "on Monday" is today.
    if back == 0 and which in {"last", "the previous"}:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _read_today(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:  # noqa: ARG001
    if today is None:
        return None
    return (today + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[fields["t_day"]])).isoformat()


def _read_ago(fields: Mapping[str, str], today: date | None, planned: bool) -> str | None:  # noqa: ARG001
    if today is None:
        return None
    word, unit = fields["a_count"], fields["a_unit"]
    count = int(word) if word.isdigit() else _tables()["numbers"][word]
    if unit in {"day", "week"}:
        return (today - timedelta(days=count)).isoformat() if unit == "day" else None
    if unit == "month":
        months = today.year * 12 + today.month - 1 - count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{today.year - count:04d}"


_READERS: Mapping[str, Callable[[Mapping[str, str], date | None, bool], str | None]] = MappingProxyType(
    {
        "iso": _read_iso,
        "day_month": _read_day_month,
        "month_day": _read_month_day,
        "month_year": _read_month_year,
        "relative": _read_relative,
        "same_day": _read_iso,
        "weekday": _read_weekday,
        "today": _read_today,
        "ago": _read_ago,
        "month": _read_month,
        "year": _read_year,
    }
)
