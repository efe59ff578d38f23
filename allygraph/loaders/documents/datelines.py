"""Datelines: the place, date and agency with which a news report or press release begins.

SAN FRANCISCO, Feb. 11, 2021 – ...     LONDON (Reuters) - ...     DUBAI, UAE, March 13, 2024 /Newswire/ -- ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allygraph.loaders.dates import find_dates, parse_date

__all__ = ["Dateline", "dateline_of"]

_PLACE_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|de|of|the|la|el|al|on|am)"
_PLACE = rf"(?P<place>[^\W\d_a-z][\w.'’-]*(?:(?:,\s*|\s+|\s*/\s*){_PLACE_WORD}){{0,5}}?)"
_AGENCY = r"(?:/\s*(?P<wire>[\w .&+-]{2,40}?)\s*/|\((?P<agency>[\w .,&+-]{2,40})\))"
_DASH = r"(?:-{2,}|[–—]|-(?=\s))"
_DATE = (
    r"(?P<date>[^\W\d_]{3,9}\.?\s+\d{1,2}(?:\s*,?\s+\d{4})?|\d{1,2}\s+[^\W\d_]{3,9}\.?(?:\s*,?\s+\d{4})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_HEAD = re.compile(
    rf"(?:{_PLACE}[\s,]*)?(?:{_DASH}\s*)?(?:\(?{_DATE}\)?[\s,]*)?(?:{_DASH}\s*)?(?:{_AGENCY}\s*)?{_DASH}\s*"
)
#: A city in capital letters and no mark after it: "TOKYO A regulator".
_CITY = re.compile(r"(?P<city>[A-Z][A-Z.' -]{2,30}?)\s+(?=[\"“]?[A-Z](?:[a-z]|\s))")
#: Characters. No dateline is longer.
_LONGEST = 160


@cache
def _cities() -> frozenset[str]:
    lines = files(__package__).joinpath("dateline_cities.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is the character after it, white space included; `date` in ISO form, `agency` as written."""

    end: int
    date: str | None
    agency: str | None


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which `text[start:end]` begins; None when it begins otherwise or holds nothing else.

    A place alone counts in capital letters only: "Ant Group – the lender" begins no report.
    """
    found = _HEAD.match(text, start, min(end, start + _LONGEST))
    if found is None or found.end() >= end:
        city = _CITY.match(text, start, end)
        return Dateline(city.end(), None, None) if city and city["city"] in _cities() else None
    place, date, agency = found["place"], found["date"], found["wire"] or found["agency"]
    if date and not _is_date(date):
        return None
    if not (date or (place and agency) or (place and place.isupper() and len(place) > 3)):
        return None
    dated = next(find_dates(date), None) if date else None
    return Dateline(found.end(), dated[2] if dated else None, agency)


def _is_date(words: str) -> bool:
    """Whether this is a date, with or without a year."""
    return parse_date(words) is not None or parse_date(f"{words}, 2000") is not None
