"""The language of a text."""

from __future__ import annotations

__all__ = ["language_of"]

#: Characters. Fewer letters than the first do not tell; more text than the second tells no better.
_FEWEST, _MOST = 20, 4000


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in; None for too few letters."""
    sample = text[:_MOST]
    if sum(character.isalpha() for character in sample) < _FEWEST:
        return None
    # Loads its model once, on the first call, in about a second.
    from py3langid import classify

    return str(classify(sample)[0])
