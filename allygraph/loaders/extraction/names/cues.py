"""What the words around a name say of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.appositions import apposed_noun
from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.lexicon import lexicon, weights
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate

_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")
#: Words before a noun that may tell its owner.
_OWNED = 5
#: Tokens that a bracket after a name may hold, and words before the verb of a name.
_BRACKET, _BEFORE_VERB = 10, 3


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason to take a name for one kind. `rule` names the rule and the word that met it."""

    kind: Kind
    weight: float
    rule: str


def context_votes(tokens: Tokens, candidate: Candidate) -> Iterator[Vote]:
    """The votes of the words before and after one occurrence."""
    table = weights()
    if candidate.titled:
        yield Vote("Person", table["person_title"], "title before")
    if candidate.role_before:
        yield Vote("Person", table["role_before_sequence"], "role before")
    if candidate.tail in {"based", "headquartered", "born"}:
        yield Vote("Place", table["based"], f"-{candidate.tail}")
    elif candidate.tail in {"led", "owned", "backed", "controlled"}:
        yield Vote("Organisation", table["owner"], f"-{candidate.tail}")
    yield from _votes_before(tokens, candidate)
    yield from _votes_after(tokens, candidate.last)


def _look(where: str, word: str) -> Iterator[Vote]:
    table = cue_tables()[where]
    found = table.get(word)
    if found is None and word.endswith("s"):
        found = table.get(word[:-1])
    for kind, weight in found or ():
        yield Vote(kind, weight, f"{where}: {word}")


def _votes_before(tokens: Tokens, candidate: Candidate) -> Iterator[Vote]:
    classes = lexicon().classes
    index = candidate.first - 1
    while index >= 0 and tokens.words[index] in _QUOTES:
        index -= 1
    if index < 0:
        return
    word = tokens.lower[index]
    if word == ",":
        yield from _votes_of_apposed(tokens, index, candidate.last)
        return
    definite = word in {"the", "a", "an"}
    if definite:
        index -= 1
        word = tokens.lower[index] if index >= 0 else ""
        if word == "," and index and tokens.shapes[index - 1] is Shape.LOWER:
            yield from (vote for vote in _look("noun_before", tokens.lower[index - 1]) if vote.kind == "Product")
        if word not in classes["prepositions"]:
            return
    elif tokens.shapes[index] is Shape.POSSESSIVE and index and tokens.words[index - 1] in lexicon().places:
        yield Vote("Organisation", weights()["owned_by_place"], "possessive before")
    elif tokens.shapes[index] is Shape.LOWER:
        yield from _look("noun_before", word)
    if word in classes["naming"]:
        appointed = word == "named" and tokens.lower[candidate.last + 1 : candidate.last + 2] == ["as"]
        yield from () if appointed else _votes_of_naming(tokens, index)
    placed = candidate.first == candidate.last and tokens.shapes[candidate.first] is Shape.CAPITAL
    yield from (vote for vote in _look("before", word) if placed or vote.kind != "Place")
    if word in classes["prepositions"] and index:
        if definite and placed:
            yield Vote("Product", weights()["definite"], "definite")
            return
        if word == "by" and tokens.lower[index - 1].endswith("ed"):
            yield Vote("Organisation", weights()["agent"], "agent")
        if word == "from" and _goes_to_place(tokens, candidate.last + 1):
            yield Vote("Place", weights()["from_to_place"], "from_to_place")
        yield from _votes_of_preposition(tokens, index)


def _votes_of_apposed(tokens: Tokens, comma: int, last: int) -> Iterator[Vote]:
    """The noun in "its wallet app, X, ..."."""
    closed = last + 1 < len(tokens.words) and tokens.words[last + 1] == ","
    ended = last + 1 < len(tokens.words) and tokens.words[last + 1] == "."
    if not (closed or ended) or not comma or tokens.shapes[comma - 1] is not Shape.LOWER:
        return
    noun, classes = tokens.lower[comma - 1], lexicon().classes
    owned = any(
        tokens.lower[position] in classes["owners"] or tokens.shapes[position] is Shape.POSSESSIVE
        for position in range(max(0, comma - _OWNED), comma - 1)
    )
    if owned and noun in classes["owned_products"]:
        yield Vote("Product", weights()["owned_product"], f"apposition: {noun}")
    elif closed and (votes := list(_look("noun_before", noun))):
        yield from votes
    elif owned and closed:
        yield Vote("Product", weights()["owned_name"], "apposition of owned")


def _votes_of_naming(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The noun in "a service called X"."""
    noun = index - 1
    while noun >= 0 and (tokens.lower[noun] in lexicon().classes["auxiliaries"] or tokens.words[noun] == ","):
        noun -= 1
    if noun >= 0:
        yield from _look("named", tokens.lower[noun])


def _votes_of_preposition(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The noun in "a stake in X", the person in "Ann Lee of X"."""
    before = tokens.lower[index - 1]
    with_people = tokens.lower[index] in {"at", "with", "by"}
    yield from (vote for vote in _look("with_preposition", before) if not (with_people and vote.kind == "Place"))
    if tokens.lower[index] == "of" and tokens.shapes[index - 1] is Shape.CAPITAL and not lexicon().is_common(before):
        yield Vote("Organisation", weights()["somebody_of"], "somebody of")


def _votes_after(tokens: Tokens, last: int) -> Iterator[Vote]:
    size = len(tokens.words)
    index = last + 1
    if index < size and tokens.shapes[index] is Shape.POSSESSIVE:
        yield Vote("Organisation", weights()["possessive"], "possessive")
        index += 1
    index = _skip(tokens, index)
    if index >= size:
        return
    word = tokens.lower[index]
    phrase = index if word in {"a", "an"} else index + 1
    if (word in {",", "a", "an"} or word in lexicon().classes["copulas"]) and (noun := apposed_noun(tokens, phrase)):
        symbol = tokens.shapes[last] is Shape.UPPER and (last == 0 or tokens.shapes[last - 1] is not Shape.CAPITAL)
        yield from (
            vote
            for vote in _look("apposition", noun)
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
    elif word == "," and following[0] == "whose":
        yield from _look("whose", following[1])
    elif word == "," and following[0] == "which" and index + 2 < len(tokens.words):
        yield from _votes_of_verb(tokens, index + 2)
    elif word == "as":
        yield from _look("after_as", following[1] if following[0] in {"a", "an", "its", "the"} else following[0])


def _goes_to_place(tokens: Tokens, index: int) -> bool:
    """Whether "to" and a place follow."""
    return tokens.lower[index : index + 1] == ["to"] and tokens.words[index + 1 : index + 2] != [] and (
        tokens.words[index + 1] in lexicon().places
    )


def _skip(tokens: Tokens, index: int) -> int:
    """The first token after quotation marks, a bracket and a number."""
    size = len(tokens.words)
    while index < size and tokens.words[index] in _QUOTES:
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
    if votes := list(_look("after", word)):
        yield from votes
        return
    classes = lexicon().classes
    if word in classes["phrase_ends"] or word in classes["auxiliaries"] or word in cue_tables()["verb_after"]:
        return
    if index + 1 < len(tokens.words) and tokens.shapes[index + 1] is Shape.LOWER:
        yield from (vote for vote in _look("after", tokens.lower[index + 1]) if vote.kind == "Product")


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
            yield from _votes_of_form(low)
        return


def _votes_of_form(low: str) -> Iterator[Vote]:
    """The votes of a verb, also of its base form ("will invest")."""
    for form in (low, low + "s", low + "ed", low + "d"):
        if form in cue_tables()["verb_after"]:
            yield from _look("verb_after", form)
            return
