"""Adjectives of peoples before a name: cut off ("Chinese BYD") or a part of it ("American Harvest")."""

from __future__ import annotations

from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Tokens


def people_phrase(first: int, last: int, tokens: Tokens, words: Lexicon) -> int | None:
    """The last token of "Chinese government", "Russian ruble", where the stretch is the adjective alone."""
    adjective = " ".join(tokens.words[first : last + 1])
    after = last + 1
    if adjective not in words.demonyms or after >= len(tokens.words) or tokens.gap(after) != 1:
        return None
    noun = tokens.lower[after]
    if noun in words.classes["people_bodies"] or noun.removesuffix("s") in words.classes["currencies"]:
        return after
    return None


def without_people(first: int, last: int, tokens: Tokens, words: Lexicon, known: Gazetteer) -> int:
    """Cuts "Chinese" off "Chinese BYD", not off "Chinese Securities Regulatory Commission"."""
    if first > last or known.match(tokens, first) > first:
        return first
    size = 0
    if first < last and tokens.words[first + 1] == "&":
        return first
    if first < last and f"{tokens.words[first]} {tokens.words[first + 1]}" in words.demonyms:
        size = 2
    elif tokens.words[first] in words.demonyms:
        size = 1
    if not size or first + size > last:
        return first + size
    if first + size == last and _is_plain_second(last, tokens, words, known):
        return first
    ending = tokens.lower[last]
    if ending in words.classes["organisation_heads"] | words.classes["product_heads"] | words.classes["legal_forms"]:
        return first
    if any(tokens.lower[index] in words.classes["of_heads"] for index in range(first, last)):
        return first
    return first + size


def _is_plain_second(index: int, tokens: Tokens, words: Lexicon, known: Gazetteer) -> bool:
    """Whether an ordinary noun after a people's adjective can make a name with it: "American Harvest"."""
    low = tokens.lower[index]
    other = ("roles", "titles", "nominals", "people_bodies", "currencies")
    if low not in words.common or any({low, low.removesuffix("s")} & words.classes[name] for name in other):
        return False
    return not words.is_not_name(tokens.words[index]) and tokens.words[index] not in known.exact
