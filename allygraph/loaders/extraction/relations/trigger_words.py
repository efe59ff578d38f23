"""The nouns of a phrase, in the form in which patterns name them."""

from __future__ import annotations

from collections.abc import Collection

from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase


def trigger_nouns(phrase: NounPhrase, parse: Parse) -> list[tuple[int, str]]:
    """The places and singular forms of the nouns of a phrase; two words side by side give their joint form as well."""
    found = []
    for place in range(phrase.start, phrase.end):
        token = parse.tokens[place]
        if token.tag not in {"N", "J"} or token.slot is not None:
            continue
        word = singular(token.low)
        if place > phrase.start and parse.tokens[place - 1].tag in {"N", "J"}:
            found.append((place, f"{parse.tokens[place - 1].low} {word}"))
        found.append((place, word))
    return found


def head_word(phrase: NounPhrase | None, parse: Parse) -> str:
    """The singular head of a phrase; "" for none and for a name."""
    if phrase is None or parse.tokens[phrase.head].slot is not None:
        return ""
    return singular(parse.tokens[phrase.head].low)


def has_word(phrase: NounPhrase | None, parse: Parse, wanted: Collection[str]) -> bool:
    """True where a noun of the phrase, or its PCT, is one of the wanted words."""
    if phrase is None:
        return False
    for place in range(phrase.start, phrase.end):
        token = parse.tokens[place]
        if (token.tag == "PCT" and "percent" in wanted) or (
            place == phrase.head and token.tag == "AMT" and "amount" in wanted
        ):
            return True
        if token.tag in {"N", "J"} and singular(token.low) in wanted:
            return True
    return False
