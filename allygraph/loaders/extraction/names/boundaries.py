"""Tokens that can begin or belong to a name, and those that end one: dates, small words."""

from __future__ import annotations

from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

NAME_SHAPES = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED, Shape.INITIALS})
#: Small words that a name may end in.
_LAST_SMALL = frozenset({"on", "in", "up", "out", "off", "now", "over"})
#: Months and weekdays of at most so many letters are names too ("Jan", "Sun", "June"); longer ones never are.
_SHORT = 4


def breaks_name(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a token with a capital ends the name before it and begins none: a date, a small word."""
    if tokens.shapes[index] is not Shape.CAPITAL:
        return False
    low = tokens.lower[index]
    if low in words.classes["months"] or low in words.classes["weekdays"]:
        return _is_date_word(tokens, index, words)
    return low in words.function and low not in words.classes["soft_words"]


def is_initial_letter(tokens: Tokens, index: int) -> bool:
    """Whether a single capital is an initial before a name: "J. Smith", "J.R. Smith"."""
    after = index + 1
    return (
        tokens.words[index] != "X"
        and after + 1 < len(tokens.words)
        and tokens.words[after] == "."
        and tokens.gap(after) == 0
        and tokens.shapes[after + 1] in NAME_SHAPES | {Shape.LETTER}
    )


def is_lettered(tokens: Tokens, index: int) -> bool:
    """Whether a single letter is hyphened to a word with a capital: "E-ZPass", "T-Mobile"."""
    after = index + 1
    if after + 1 >= len(tokens.words) or tokens.words[after] != "-" or tokens.gap(after) or tokens.gap(after + 1):
        return False
    return len(tokens.words[index]) == 1 and tokens.shapes[after + 1] in NAME_SHAPES


def is_small_lettered(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a single letter in lower case is hyphened to a name: "e-Golf", not "e-Wallet"."""
    return (
        tokens.shapes[index] is Shape.LOWER
        and is_lettered(tokens, index)
        and not words.is_common(tokens.lower[index + 2])
    )


def is_inner(tokens: Tokens, first: int, index: int, words: Lexicon) -> bool:
    """Whether a small word with a capital is inside a name, or ends it: "Reporters Without Borders", "Lumo On"."""
    if tokens.lower[index] not in words.function or index + 1 >= len(tokens.words) or (first == 0 and index == 1):
        return False
    if tokens.lower[index] in _LAST_SMALL and tokens.shapes[index + 1] in (Shape.LOWER, Shape.OTHER, Shape.POSSESSIVE):
        return tokens.shapes[index - 1] is Shape.UPPER or not words.is_common(tokens.lower[index - 1])
    return tokens.shapes[index + 1] is Shape.CAPITAL and tokens.lower[index + 1] not in words.function


def _is_date_word(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a month or weekday stands in a date; short ones need a number, a dot or "in" beside them."""
    if len(tokens.words[index]) > _SHORT:
        return True
    after = index + 1
    if any(tokens.shapes[i] is Shape.NUMBER for i in (index - 1, after) if 0 <= i < len(tokens.words)):
        return True
    if after < len(tokens.words) and tokens.words[after] == "." and tokens.gap(after) == 0:
        return True
    return index > 0 and tokens.lower[index - 1] in words.classes["before_dates"]
