"""Amounts of money as analysts write them: "USD 80 million", "80,000,000 EUR", "$2.5bn"."""

from __future__ import annotations

import re

__all__ = ["parse_amount", "parse_currency"]

_SCALES = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million"), 1e6),
    **dict.fromkeys(("b", "bn", "billion"), 1e9),
    **dict.fromkeys(("t", "tn", "trn", "trillion"), 1e12),
}
#: Signs that stand for one currency in business prose.
_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "HK$": "HKD",
    "C$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
}
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_NUMBER = r"(?P<number>\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>[A-Za-z]+)?"
_CURRENCY = r"(?P<currency>[A-Za-z]{0,3}[$€£₩₹₽]|[A-Za-z][A-Za-z0-9]{1,9})"
_FORMS = (re.compile(rf"{_CURRENCY}\s*{_NUMBER}"), re.compile(rf"{_NUMBER}\s*{_CURRENCY}"), re.compile(_NUMBER))


def parse_amount(text: str) -> tuple[float, str | None] | None:
    """The amount in whole units and its currency (None where not named); None for what is no amount."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        scale = (found["scale"] or "").casefold()
        currency = parse_currency(found.groupdict().get("currency") or "")
        if (scale and scale not in _SCALES) or (form is not _FORMS[2] and currency is None):
            continue
        return round(float(re.sub(r"[,' ]", "", found["number"])) * _SCALES.get(scale, 1), 6), currency
    return None


def parse_currency(text: str) -> str | None:
    """The code of a currency, its sign read as the usual one; None for what is neither a sign nor a code."""
    bare = text.strip().upper()
    return _SIGNS.get(bare) or (bare if _CODE.fullmatch(bare) and bare.casefold() not in _SCALES else None)
