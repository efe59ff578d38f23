"""The record of a join: two written forms taken for one entity."""

from __future__ import annotations

from dataclasses import dataclass

#: Words that two forms of one name may differ in.
SMALL_WORDS = frozenset({"of", "for", "the", "and", "&", "on", "in"})


@dataclass(frozen=True, slots=True)
class Join:
    """Two forms taken for one entity: how sure (0 to 1) and by which rule."""

    left: str
    right: str
    score: float
    rule: str


def is_code(word: str) -> bool:
    """Whether a word is the code of a model: letters and digits ("K3", "A320neo")."""
    return word[0].isupper() and any(char.isdigit() for char in word) and len(word) > 1
