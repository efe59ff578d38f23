"""The values of an entry are checked against the model: each check gives the value or raises InvalidFact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast, get_args

from allygraph.graph.errors import InvalidFact
from allygraph.graph.kinds import RelationKind, entity_kinds, relation_kinds
from allygraph.graph.model import Kind, Polarity, Status
from allygraph.graph.scales import CREDIBILITY, LIKELIHOOD, RATING_RELIABILITY, RELIABILITY, STATUSES
from allygraph.loaders.curated.amounts import parse_amount, parse_currency
from allygraph.loaders.curated.entries import Entry, Value
from allygraph.loaders.curated.wording import not_allowed
from allygraph.loaders.dates import parse_date

__all__ = ["Checker", "kind_named", "relation_name"]

_PERCENT = re.compile(r"(?P<low>\d{1,3})\s*%?\s*(?:[-–]|to)?\s*(?P<high>\d{1,3})?\s*%?")


def relation_name(entry: Entry) -> str:
    """The relation that an entry names, in the form of the model: case, spaces and hyphens do not matter."""
    value = entry.values.get("relation")
    return re.sub(r"[\s-]+", "_", value.text.strip()).upper() if value else ""


def kind_named(text: str) -> Kind | None:
    """The kind of entity that `text` names, in British or American spelling; None for no kind."""
    name = text.strip().capitalize().replace("Organization", "Organisation")
    return cast(Kind, name) if name in get_args(Kind) else None


class Checker:
    """Checks the values of one file; `path` is named in every error.

    `lines` gives the line of the file for each line of the text, where the text is only a part of it.
    """

    def __init__(self, path: str, lines: Sequence[int] = ()) -> None:
        self.path = path
        self._lines = lines

    def invalid(self, line: int, message: str) -> InvalidFact:
        """The error for what stands in `line`."""
        number = self._lines[line - 1] if self._lines else line
        return InvalidFact(self.path, f"Line {number}: {message}")

    def relation(self, entry: Entry) -> RelationKind:
        """The kind of relation that the entry names."""
        value = entry.values.get("relation")
        if value is None:
            raise self.invalid(entry.line, f"the fact has no relation. Allowed: {', '.join(relation_kinds())}.")
        name = relation_name(entry)
        if name not in relation_kinds():
            raise self.invalid(value.line, not_allowed("relation", value.text, relation_kinds()))
        return relation_kinds()[name]

    def kind(self, value: Value) -> Kind:
        """The kind of entity that a value names."""
        kind = kind_named(value.text)
        if kind is None:
            raise self.invalid(value.line, not_allowed("kind", value.text, entity_kinds()))
        return kind

    def status(self, entry: Entry) -> Status | None:
        """The status, one of `scales.STATUSES`."""
        return cast("Status | None", self._word(entry, "status", STATUSES))

    def polarity(self, entry: Entry) -> Polarity:
        """The polarity; positive where the entry is silent."""
        return cast(Polarity, self._word(entry, "polarity", get_args(Polarity)) or "positive")

    def _word(self, entry: Entry, field: str, allowed: tuple[str, ...]) -> str | None:
        value = entry.values.get(field)
        if value is None:
            return None
        if value.text.casefold() not in allowed:
            raise self.invalid(value.line, not_allowed(field, value.text, allowed))
        return value.text.casefold()

    def date(self, value: Value | None, field: str = "date") -> str | None:
        """The date in ISO form."""
        if value is None:
            return None
        date = parse_date(value.text)
        if date is None:
            raise self.invalid(
                value.line,
                f"the {field} '{value.text}' is no date. Allowed: 2020, 2020-07, 2020-07-14, or 14 July 2020.",
            )
        return date

    def amount(self, entry: Entry) -> tuple[float | None, str | None]:
        """The amount in whole units and its currency."""
        value, code = entry.values.get("amount"), entry.values.get("currency")
        if value is None:
            return None, None
        found = parse_amount(value.text)
        if found is None:
            raise self.invalid(
                value.line,
                f"the amount '{value.text}' cannot be read. Allowed: 80000000 with a currency, or USD 80 million.",
            )
        currency = parse_currency(code.text) if code else found[1]
        if currency is None:
            named = f"unknown currency '{code.text}'" if code else f"the amount '{value.text}' has no currency"
            raise self.invalid((code or value).line, f"{named}. Allowed: a code such as USD or BTC.")
        return found[0], currency

    def likelihood(self, entry: Entry) -> tuple[int | None, int | None, str | None]:
        """Lowest and highest percent, and the words; from the words of ICD 203, or figures such as `55-80 %`."""
        value = entry.values.get("likelihood")
        if value is None:
            return None, None, None
        words = " ".join(value.text.casefold().split())
        if words in LIKELIHOOD:
            return (*LIKELIHOOD[words], value.text)
        percent = _PERCENT.fullmatch(words)
        low, high = (int(percent["low"]), int(percent["high"] or percent["low"])) if percent else (1, 0)
        if not 0 <= low <= high <= 100:
            raise self.invalid(
                value.line, not_allowed("likelihood", value.text, (*LIKELIHOOD, "percent such as 55-80"))
            )
        return low, high, value.text

    def reliability(self, value: Value | None) -> str | None:
        """The reliability A-F; high, moderate and low are read as in footnote ratings."""
        if value is None:
            return None
        letter = RATING_RELIABILITY.get(value.text.casefold(), value.text.upper())
        if letter not in RELIABILITY:
            raise self.invalid(value.line, not_allowed("reliability", value.text, RELIABILITY))
        return letter

    def credibility(self, entry: Entry) -> int | None:
        """The credibility 1-6."""
        value = entry.values.get("credibility")
        if value is None:
            return None
        if value.text not in {str(grade) for grade in CREDIBILITY}:
            raise self.invalid(value.line, not_allowed("credibility", value.text, map(str, CREDIBILITY)))
        return int(value.text)
