"""Amounts of money in running text, with currency and scale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from allygraph.graph.data_files import read_yaml


@dataclass(frozen=True, slots=True)
class AmountSpan:
    """`value` whole units of `currency` (ISO 4217 code, or the token's own symbol) at characters `start` to `end`."""

    start: int
    end: int
    value: float
    currency: str


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    data: dict[str, Any] = read_yaml(__package__, "amounts.yaml")
    return data


@cache
def _codes() -> Mapping[str, str]:
    return {word.casefold(): code for word, code in _tables()["words"].items()}


#: Looked for first: most sentences have no digit.
_DIGIT = re.compile(r"\d")


@cache
def _pattern() -> re.Pattern[str]:
    tables = _tables()

    def either(words: Mapping[str, Any]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    number = r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,9})?"
    scale = rf"(?:\s?-?(?P<{{}}>(?i:{either(tables['scales'])}))\b\.?)?"
    signed = rf"(?<![\w$])(?P<sign>{either(tables['signs'])})\s?(?P<s_number>{number}){scale.format('s_scale')}"
    worded = (
        rf"(?<![\w$.,])(?P<w_number>{number}){scale.format('w_scale')}[\s-](?P<word>(?i:{either(tables['words'])}))\b"
    )
    return re.compile(f"{signed}|{worded}")


def find_amounts(text: str) -> list[AmountSpan]:
    """The amounts of a text in reading order; percentages and bare numbers are none."""
    if not _DIGIT.search(text):
        return []
    tables, codes = _tables(), _codes()
    spans = []
    for match in _pattern().finditer(text):
        signed = match.group("sign") is not None
        digits, scale = (
            (match.group("s_number"), match.group("s_scale"))
            if signed
            else (match.group("w_number"), match.group("w_scale"))
        )
        code = tables["signs"][match.group("sign")] if signed else codes[match.group("word").casefold()]
        try:
            value = Decimal(digits.replace(",", "")) * (tables["scales"][scale.lower()] if scale else 1)
        except InvalidOperation:
            continue
        spans.append(AmountSpan(match.start(), match.end(), float(value), code))
    return spans
