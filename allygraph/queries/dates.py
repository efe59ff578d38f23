"""Dates as exact as the text was, `2020`, `2020-07` or `2020-07-14`, and how the statements compare them.

A day or a period D is asked (`$on`); in doubt about a date a fact is in force:

    began     valid_from <= $on + '~'                        '~' sorts after every digit and hyphen: the end of D
    not over  valid_to > left($on + '-01-01', 10)            the first day of D; the day of the end is excluded
              or size(valid_to) < 10 and that day STARTS WITH valid_to      ended some day of a period that holds it

So `2020` began before 2020-01-01 ends, and is over once 2021 begins. Beside that what is planned is never in force;
what is halted or ended only where it is known until when; and what is halted, which may never have begun, only where it
is also known since when.
"""

from __future__ import annotations

import re
from datetime import date

_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def partial_date(text: str | date) -> str:
    """The date as ISO text, a year, a month or a day; raises ValueError for anything else."""
    if isinstance(text, date):
        return text.isoformat()[:10]
    found = _PARTS.fullmatch(text.strip())
    if not found:
        raise ValueError(f"'{text}' is no date; expected 2020, 2020-07 or 2020-07-14.")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError as error:
        raise ValueError(f"'{text}' is not in the calendar ({error}).") from error
    return found.group()
