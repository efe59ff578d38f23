"""Bylines: "By Ann Lee", "Ann Lee – Guest Contributor", "Posted by Ann Lee on 3 May 2020"."""

from __future__ import annotations

import re

from allygraph.loaders.dates import find_dates

__all__ = ["NAME", "author_of"]

_PARTICLE = r"(?:de|da|van|von|der|den|bin|al|el|la|le|di|du|ibn|ter)"
#: A personal name: two to five words, all but particles with a capital letter.
NAME = rf"[^\W\d_a-z][\w'’.-]*(?:\s+(?:{_PARTICLE}\s+)*[^\W\d_a-z][\w'’.-]*){{1,4}}"
_NAMES = rf"(?P<names>{NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+){NAME})*)"
_JOB = (
    r"(?i:(?:[\w’'-]+\s+){0,3}(?:contributor|writer|correspondent|reporter|editor|analyst|columnist|author|journalist|"
    r"researcher|fellow|intern|staff|economist|strategist|blogger))"
)
_FORMS = (
    re.compile(
        rf"(?i:(?:(?:written|posted|published|reported|reporting|prepared|story|text|analysis|article|report)\s+)?by):?\s+{_NAMES}"
        r"(?:\s*(?:[,|–—·•/(-]|\bon\b|\bfor\b|\bin\b).{0,60})?"
    ),
    re.compile(rf"{_NAMES}\s*[–—|,/(-]\s*{_JOB}\b.{{0,40}}"),
)
#: "By Ann Lee, Staff Writer": the second is no name.
_JOB_LISTED = re.compile(rf"\s*,\s*{_JOB}\b.*")
_LONGEST = 140


def author_of(line: str) -> str | None:
    """The names in a byline, as written; None for a line that is none."""
    if len(line) > _LONGEST or line.endswith((".", "!", "?")):
        return None
    date = next(find_dates(line), None)
    for part in (line[: date[0]], line[date[1] :]) if date else (line,):
        bare = part.strip(" \t,|–—·•/-:")
        for form in _FORMS:
            found = form.fullmatch(bare)
            if found:
                return _JOB_LISTED.sub("", found["names"]).strip(" .,")
    return None
