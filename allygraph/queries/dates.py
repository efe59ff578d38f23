"""Dates as exact as the text was, `2020`, `2020-07` or `2020-07-14`, and how the statements compare them.

A day or a period D is asked; in doubt a fact is in force, because its text did not say otherwise:

    began     valid_from <= $on + '~'                        '~' sorts after every digit and hyphen: the end of D
    not over  valid_to > left($on + '-01-01', 10)            the first day of D; the day of the end is excluded
              or size(valid_to) < 10 and $on STARTS WITH valid_to      ended some day in the period that holds D

`2020` began before 2020-01-01 ends and is over once 2021 begins. Alliances and the facts that belong to one are in
force when, beside that, their last event up to D is neither planned, halted nor ended.
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
