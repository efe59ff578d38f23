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
