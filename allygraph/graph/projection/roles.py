"""Roles of people: the form in which two wordings of one role are equal."""

from __future__ import annotations

import re
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w&]+")
_PREFIX = re.compile(r"^(?:(?:the|its|their|his|her|a|an|our|current|former|ex|then|new|newly appointed)\s+)+")
_CHIEF = re.compile(r"\bchief ((?:\w+ ){1,3})officer\b")


@lru_cache(maxsize=16384)
def normal_role(role: str | None) -> str | None:
    """Case, punctuation and words that tell only when it was held are folded, "chief ... officer" becomes its initials.

    None for no role.
    """
    text = _NOT_WORD.sub(" ", (role or "").casefold()).strip()
    text = re.sub(r"\bco (?=\w)", "co", _PREFIX.sub("", text))
    return _CHIEF.sub(lambda found: "c" + "".join(word[0] for word in found[1].split()) + "o", text) or None
