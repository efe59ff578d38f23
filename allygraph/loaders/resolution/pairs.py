"""Pairs of names in one form: what the comparisons of organisations and of people share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from allygraph.loaders.resolution.candidates import Candidate

#: A name of the left candidate and one of the right.
Pair: TypeAlias = tuple[str, str]


def equal(
    lefts: Sequence[str],
    rights: Sequence[str],
    form: Callable[[str, Candidate], str],
    left: Candidate,
    right: Candidate,
) -> Pair | None:
    """The first two names, one of each, that have the same form."""
    known = {form(name, right): name for name in reversed(rights)}
    return next(((name, known[form(name, left)]) for name in lefts if form(name, left) in known), None)


def alphabetic(name: str) -> bool:
    """Whether all letters are of an alphabet: below the CJK blocks, or Hangul."""
    return all(letter < "\u2e80" or "\uac00" <= letter <= "\ud7a3" for letter in name)
