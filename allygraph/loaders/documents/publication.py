"""Lines that give the date of publication: "Published on 3 May 2020", "October 1, 2020", "Ann Lee | 5 Oct 2020"."""

from __future__ import annotations

import re

from allygraph.loaders.dates import find_dates
from allygraph.loaders.documents.bylines import NAME

__all__ = ["date_of_line"]

_LONGEST = 140
_SEPARATOR = " \t,|–—·•/-:;()[]"
_LABEL = (
    r"(?i:(?:first |last |date )?(?:published|posted|updated|modified|issued|released|dated?|as of|created|written)"
    r"|publication date|release date|for immediate release|press release|news release|news|newsletter)"
)
#: What may stand before the date: a label, a byline, a place or a name set off by a mark.
_BEFORE = re.compile(
    rf"[(\[]?(?:{_LABEL}[\s:|,–—·-]*)?(?:(?i:by)\s+{NAME})?(?:\d{{1,2}}[:.]\d\d[\sA-Za-z.]{{0,12}})?[\s|,–—·-]*(?i:on|at|dated)?[\s:]*"
    rf"|(?P<set_off>[^\W\d_a-z][\w&'’. -]{{1,50}}?)\s*[,|–—·•:-]\s*"
)
_MARKS = r"[\s,|–—·•:;()\[\]/-]*"
#: What may stand after it: the time to read, an update, a time zone, "г." of Russian dates, a byline, a time.
_AFTER = re.compile(
    rf"{_MARKS}(?:\d+ min(?:ute)?s? read|(?i:updated|modified|last updated).{{0,60}}|\(?[A-Z]{{2,4}}\)?|г\.?"
    rf"|(?:(?i:by)\s+)?{NAME}|(?i:by)\s+[\w.@-]{{2,30}}|\d{{1,2}}[:.]\d\d.{{0,50}})?{_MARKS}"
)


def date_of_line(line: str) -> str | None:
    """The ISO date of a line that holds nothing but a date and its company; None for a line of the story."""
    if len(line) > _LONGEST:
        return None
    for start, end, date in find_dates(line):
        before, after = line[:start], line[end:]
        opening = _BEFORE.fullmatch(before)
        if opening and _AFTER.fullmatch(after) and not (opening["set_off"] and after.strip(_SEPARATOR)):
            return date
        return None
    return None
