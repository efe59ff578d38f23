"""Datelines: the place, date and agency with which a news report or press release begins.

SAN FRANCISCO, Feb. 11, 2021 – ...     LONDON (Reuters) - ...     DUBAI, UAE, March 13, 2024 /Newswire/ -- ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from allygraph.loaders.dates import find_dates

__all__ = ["Dateline", "dateline_of"]

_PLACE_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|de|of|the|la|el|al|on|am)"
_PLACE = rf"(?P<place>[^\W\d_a-z][\w.'’-]*(?:(?:,\s*|\s+|\s*/\s*){_PLACE_WORD}){{0,5}}?)"
_AGENCY = r"(?:/\s*(?P<wire>[\w .&+-]{2,40}?)\s*/|\((?P<agency>[\w .,&+-]{2,40})\))"
_DASH = r"(?:-{2,}|[–—]|-(?=\s))"
_HEAD = re.compile(
    rf"(?:{_PLACE}\s*,?\s*)?(?:{_DASH}\s*)?\(?(?P<date>[^/–—:;()\n]{{0,34}}?)\)?,?\s*(?:{_DASH}\s*)?{_AGENCY}?\s*{_DASH}\s*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is the character after it, white space included; `date` in ISO form, `agency` as written."""

    end: int
    date: str | None
    agency: str | None


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which `text[start:end]` begins; None when it begins otherwise or holds nothing else."""
    found = _HEAD.match(text, start, min(end, start + 160))
    if found is None or found.end() >= end or not (found["place"] or found["date"]):
        return None
    agency = found["wire"] or found["agency"]
    dates = list(find_dates(found["date"]))
    if found["date"].strip() and not _is_date(found["date"]):
        return None
    if not (
        found["date"].strip() or agency or (found["place"] and found["place"].isupper() and len(found["place"]) > 3)
    ):
        return None
    return Dateline(found.end(), dates[0][2] if dates else None, agency)


def _is_date(words: str) -> bool:
    """Whether nothing but a date is there; a day and month without year too."""
    return any(True for _ in find_dates(words)) or any(True for _ in find_dates(f"{words.strip(' ,')}, 2000"))
