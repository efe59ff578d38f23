"""What the words after a name say of its kind: noun, apposition, relative clause, verb."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.loaders.extraction.names.appositions import apposed_noun, is_role
from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.lexicon import lexicon, weights
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.votes import Vote, look

QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")
#: Tokens that a bracket after a name may hold, and words before the verb of a name.
_BRACKET, _BEFORE_VERB = 10, 3
#: "X, headquartered in ...": said of organisations alone.
_BODY_PARTICIPLES = frozenset({"headquartered", "incorporated", "listed", "majority-owned", "domiciled"})


def votes_after(tokens: Tokens, last: int) -> Iterator[Vote]:
    """The votes of the words after a name whose last token is `last`."""
    size = len(tokens.words)
    index = last + 1
    if index < size and tokens.shapes[index] is Shape.POSSESSIVE:
        yield Vote("Organisation", weights()["possessive"], "possessive")
        index += 1
        if index < size:
            yield from (vote for vote in look("whose", tokens.lower[index]) if vote.kind == "Person")
    index = _skip(tokens, index)
    if index >= size:
        return
    if tokens.words[last + 1] == "(" and is_role(tokens.lower[last + 2]):
        yield Vote("Person", weights()["role_in_bracket"], "apposition: role in bracket")
    word = tokens.lower[index]
    phrase = index if word in {"a", "an"} else index + 1
    if (word in {",", "a", "an"} or word in lexicon().classes["copulas"]) and (noun := apposed_noun(tokens, phrase)):
        symbol = tokens.shapes[last] is Shape.UPPER and (last == 0 or tokens.shapes[last - 1] is not Shape.CAPITAL)
        alone = last == 0 or tokens.shapes[last - 1] not in (Shape.CAPITAL, Shape.LETTER)
        if noun == "partner" and alone:
            yield Vote("Organisation", weights()["based_body"], "apposition: partner of a single word")
        elif noun in lexicon().classes["owned_products"] and _has_people(tokens, phrase, noun):
            yield Vote("Organisation", weights()["platform_of_people"], f"apposition: {noun} of a people")
        else:
            yield from (
                vote
                for vote in look("apposition", noun)
                if (phrase > index or vote.kind == "Person") and not (symbol and vote.kind == "Person")
            )
    yield from _votes_of_clause(tokens, index)
    if word == "," and _is_in_country(tokens, last, index + 1):
        yield Vote("Place", weights()["before_place"], "before a place")
    if tokens.shapes[index] is Shape.LOWER:
        yield from _votes_of_noun(tokens, index)
        yield from _votes_of_verb(tokens, index)


def _votes_of_clause(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The votes of "X, who ...", "X, whose shares ...", "X, which operates ...", "X as custodian"."""
    word = tokens.lower[index]
    following = tokens.lower[index + 1 : index + 3]
    if len(following) < 2:
        return
    if word == "," and following[0] == "who":
        yield Vote("Person", weights()["relative_who"], "apposition: who")
    elif word == "," and following[0] in _BODY_PARTICIPLES:
        yield Vote("Organisation", weights()["based_body"], f"apposition: {following[0]}")
    elif word == "," and following[0] == "whose":
        yield from look("whose", following[1])
    elif word == "," and (following[0] == "which" or following == ["to", "be"]):
        yield from _votes_of_verb(tokens, index + 2)
    elif word == "as":
        yield from look("after_as", following[1] if following[0] in {"a", "an", "its", "the"} else following[0])


def _has_people(tokens: Tokens, index: int, noun: str) -> bool:
    """Whether a people or a seat stands before the noun: "a Chinese platform", "a Turin-based app" is rather a firm."""
    for position in range(index, min(index + _BRACKET, len(tokens.words))):
        if tokens.lower[position] == noun:
            return False
        if tokens.words[position] in lexicon().demonyms or _is_seat(tokens, position):
            return True
    return False


def _is_seat(tokens: Tokens, index: int) -> bool:
    """Whether "based" of "Turin-based" stands there, not that of "cloud-based"."""
    return index > 1 and tokens.lower[index] == "based" and tokens.shapes[index - 2] is Shape.CAPITAL


def _skip(tokens: Tokens, index: int) -> int:
    """The first token after quotation marks, a bracket and a number."""
    size = len(tokens.words)
    while index < size and tokens.words[index] in QUOTES:
        index += 1
    if index < size and tokens.words[index] == "(":
        inside = range(index + 1, min(index + _BRACKET, size))
        index = next((position + 1 for position in inside if tokens.words[position] == ")"), index)
    return index + 1 if index + 1 < size and tokens.shapes[index] is Shape.NUMBER else index


def _is_in_country(tokens: Tokens, last: int, index: int) -> bool:
    """Whether "X, Country" stands there and the country is not an owner ("X, China's Y")."""
    if index >= len(tokens.words) or tokens.shapes[last] is not Shape.CAPITAL:
        return False
    owner = index + 1 < len(tokens.words) and tokens.shapes[index + 1] is Shape.POSSESSIVE
    return tokens.words[index] in lexicon().places and not owner


def _votes_of_noun(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The noun right after the name, or the one after that for a product ("the X coastal radar")."""
    word = tokens.lower[index]
    if votes := list(look("after", word)):
        yield from votes
        return
    classes = lexicon().classes
    if word in classes["phrase_ends"] or word in classes["auxiliaries"] or word in cue_tables()["verb_after"]:
        return
    if index + 1 < len(tokens.words) and tokens.shapes[index + 1] is Shape.LOWER:
        yield from (vote for vote in look("after", tokens.lower[index + 1]) if vote.kind == "Product")


def _votes_of_verb(tokens: Tokens, index: int) -> Iterator[Vote]:
    classes = lexicon().classes
    passive = False
    for position in range(index, min(index + _BEFORE_VERB + 1, len(tokens.words))):
        low = tokens.lower[position]
        if low in classes["auxiliaries"] or low.endswith("ly"):
            passive = passive or low in classes["passive_auxiliaries"]
            continue
        if passive and low == "held":
            yield Vote("Product", weights()["held"], "held")
        elif not passive or low.endswith("ing") or low in classes["passive_verbs"]:
            yield from _votes_of_form(low) if position > index else look("verb_after", low)
        return


def _votes_of_form(low: str) -> Iterator[Vote]:
    """The votes of a verb, also of its base form ("will invest")."""
    for form in (low, low + "s", low + "ed", low + "d"):
        if form in cue_tables()["verb_after"]:
            yield from look("verb_after", form)
            return
