"""The language of a text."""

from __future__ import annotations

import re

__all__ = ["language_of"]

#: Characters. Fewer letters than the first do not tell; more text than the second tells no better.
_FEWEST, _MOST = 20, 4000

_WORD = re.compile(r"[^\W\d_]+")
#: Together these are a sixth to a fifth of the words of English prose, and next to none of any other language's.
_ENGLISH = frozenset({"the", "of", "and", "to", "that", "with", "from"})
_ENGLISH_SHARE = 0.1
_THE_SHARE = 0.03


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in; None for too few letters."""
    sample = text[:_MOST]
    if sum(character.isalpha() for character in sample) < _FEWEST:
        return None
    if _plainly_english(sample):
        return "en"
    # Loads its model once, on the first call, in about a second: most texts need not wait for it.
    from py3langid import classify

    return str(classify(sample)[0])


def _plainly_english(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    common = sum(word in _ENGLISH for word in words)
    return common >= _ENGLISH_SHARE * len(words) and words.count("the") >= _THE_SHARE * len(words)
