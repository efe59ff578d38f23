"""Messages about a value that is not allowed: what was found, what is nearest, what is allowed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["nearest", "not_allowed"]


def nearest(found: str, allowed: Iterable[str]) -> str | None:
    """The allowed word most like `found`, without regard to case; None where none is alike."""
    folded = {word.casefold(): word for word in allowed}
    close = difflib.get_close_matches(found.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def not_allowed(what: str, found: str, allowed: Iterable[str]) -> str:
    """One or two sentences: the `what` found, the nearest allowed one, all that are allowed."""
    words = list(allowed)
    near = nearest(found, words)
    hint = f" Did you mean {near}?" if near else ""
    return f"unknown {what} '{found}'.{hint} Allowed: {', '.join(words)}."
