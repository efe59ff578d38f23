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
#: Signs and words that stand for one currency in business prose.
_CODES = {
    **dict.fromkeys(("$", "US$", "DOLLAR", "DOLLARS"), "USD"),
    **dict.fromkeys(("€", "EURO", "EUROS"), "EUR"),
    **dict.fromkeys(("£", "POUND", "POUNDS"), "GBP"),
    **dict.fromkeys(("₩", "WON"), "KRW"),
    **dict.fromkeys(("₹", "RUPEES"), "INR"),
    **dict.fromkeys(("₽", "ROUBLES", "RUBLES"), "RUB"),
    "YEN": "JPY",
    "YUAN": "CNY",
    "HK$": "HKD",
    "C$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
}
#: ISO 4217, or the token's own symbol.
_CODE = re.compile(r"[A-Z]{2,10}")
_NUMBER = r"(?P<number>\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = rf"(?:\s*(?P<scale>{'|'.join(_SCALES)})\b)?"
_CURRENCY = r"(?P<currency>[A-Z]{0,3}[$€£₩₹₽]|[A-Z]{2,10})"
_FORMS = (
    re.compile(rf"{_CURRENCY}?\s*{_NUMBER}{_SCALE}", re.IGNORECASE),
    re.compile(rf"{_NUMBER}{_SCALE}\s*{_CURRENCY}", re.IGNORECASE),
)


def parse_amount(text: str) -> tuple[float, str | None] | None:
    """The amount in whole units and its currency (None where not named); None for what is no amount."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found:
            number = float(re.sub(r"[,' ]", "", found["number"]))
            scale = _SCALES[found["scale"].casefold()] if found["scale"] else 1.0
            # Rounding takes away what binary fractions add: 3.3 million is 3300000.
            return round(number * scale, 6), parse_currency(found["currency"] or "")
    return None


def parse_currency(text: str) -> str | None:
    """The code of a currency, from its code, sign or name; None for anything else."""
    bare = text.strip().upper()
    return _CODES.get(bare) or (bare if _CODE.fullmatch(bare) else None)
