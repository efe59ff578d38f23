"""What the words around a name say of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.lexicon import cue_rules, lexicon, weights
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason to take a name for one kind. `rule` names the rule and the word that met it."""

    kind: Kind
    weight: float
    rule: str


Table = Mapping[str, tuple[tuple[Kind, float], ...]]

_AUXILIARIES = frozenset(
    "has have had is was are were will would can could may might must also then already recently now currently jointly officially formally reportedly be been not to".split()
)
_NAMING = frozenset("called named dubbed titled codenamed nicknamed".split())
_PREPOSITIONS = frozenset("in of with at to from for on by as into between".split())
_RAISED = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED})
_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")
_STOPS = frozenset(
    "that which who whose and or but with for of in on at to by from as after when where while if because since says said told".split()
)
_ARTICLES = frozenset("a an the another one its their his her".split())
_COPULAS = frozenset("is was are were remains became becomes".split())
#: Tokens read of an apposition, an opinion on how long a noun phrase gets.
_REACH = 10


@cache
def tables() -> Mapping[str, Table]:
    """The cue rules as one table for each place around the name: word -> kinds and weights."""
    built: dict[str, dict[str, list[tuple[Kind, float]]]] = {}
    for where, kind, weight, words in cue_rules():
        for word in words:
            built.setdefault(where, {}).setdefault(word, []).append((kind, weight))  # type: ignore[arg-type]
    for word, found in built["noun_before"].items():
        if found[0][0] == "Product":
            built["after"].setdefault(word, list(found))
    return {where: {word: tuple(found) for word, found in table.items()} for where, table in built.items()}


def context_votes(tokens: Tokens, candidate: Candidate) -> Iterator[Vote]:
    """The votes of the words before and after one occurrence."""
    if candidate.titled:
        yield Vote("Person", weights()["person_title"], "title before")
    if candidate.role_before:
        yield Vote("Person", weights()["role_before_sequence"], "role before")
    if candidate.tail:
        yield from _tail_votes(candidate.tail)
    yield from _votes_before(tokens, candidate.first, candidate.last)
    yield from _votes_after(tokens, candidate.last)


def _tail_votes(tail: str) -> Iterator[Vote]:
    if tail in {"based", "headquartered", "born"}:
        yield Vote("Place", weights()["based"], f"-{tail}")
    elif tail in {"led", "owned", "backed", "controlled"}:
        yield Vote("Organisation", 1.0, f"-{tail}")


def _look(where: str, word: str) -> Iterator[Vote]:
    table = tables()[where]
    found = table.get(word)
    if found is None and word.endswith("s"):
        found = table.get(word[:-1])
    for kind, weight in found or ():
        yield Vote(kind, weight, f"{where}: {word}")


def _votes_before(tokens: Tokens, first: int, last: int) -> Iterator[Vote]:
    index = first - 1
    after = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
    while index >= 0 and tokens.words[index] in _QUOTES:
        index -= 1
    if index < 0:
        return
    word = tokens.lower[index]
    if word == "," and index and tokens.shapes[index - 1] is Shape.LOWER and after == ",":
        yield from _look("noun_before", tokens.lower[index - 1])
        return
    if word == "the" or word == "a" or word == "an":
        index -= 1
        word = tokens.lower[index] if index >= 0 else ""
        if word not in _PREPOSITIONS:
            return
    elif tokens.shapes[index] is Shape.LOWER:
        yield from _look("noun_before", word)
    if word in _NAMING:
        noun = index - 1
        while noun >= 0 and tokens.lower[noun] in _AUXILIARIES | {","}:
            noun -= 1
        if noun >= 0:
            yield from _look("named", tokens.lower[noun])
    yield from (
        vote
        for vote in _look("before", word)
        if vote.kind != "Place" or (first == last and tokens.shapes[first] is Shape.CAPITAL)
    )
    if (
        word == "of"
        and index
        and tokens.shapes[index - 1] is Shape.CAPITAL
        and not lexicon().is_common(tokens.lower[index - 1])
    ):
        yield Vote("Organisation", weights()["somebody_of"], "somebody of")
    if word in _PREPOSITIONS and index:
        yield from _look("with_preposition", tokens.lower[index - 1])


def _votes_after(tokens: Tokens, last: int) -> Iterator[Vote]:
    index = last + 1
    size = len(tokens.words)
    if index < size and tokens.shapes[index] is Shape.POSSESSIVE:
        yield Vote("Organisation", weights()["possessive"], "possessive")
        index += 1
    while index < size and tokens.words[index] in _QUOTES:
        index += 1
    if index < size and tokens.words[index] == "(":
        index = _after_bracket(tokens, index)
    if index >= size:
        return
    word = tokens.lower[index]
    if tokens.shapes[index] is Shape.NUMBER and index + 1 < size:
        index += 1
        word = tokens.lower[index]
    if word in {"a", "an"} and (noun := apposed_noun(tokens, index)):
        yield from _look("apposition", noun)
    if word == "," or word in _COPULAS:
        if noun := apposed_noun(tokens, index + 1):
            yield from _look("apposition", noun)
        if word == ",":
            place = (
                index + 1 < size
                and tokens.words[index + 1] in lexicon().places
                and tokens.shapes[last] is Shape.CAPITAL
            )
            if place and (index + 2 == size or tokens.shapes[index + 2] is not Shape.POSSESSIVE):
                yield Vote("Place", weights()["before_place"], "before a place")
            return
    if tokens.shapes[index] is not Shape.LOWER:
        return
    if votes := list(_look("after", word)):
        yield from votes
    elif (
        index + 1 < size
        and tokens.shapes[index + 1] is Shape.LOWER
        and word not in _STOPS | _AUXILIARIES
        and word not in tables()["verb_after"]
    ):
        yield from (vote for vote in _look("after", tokens.lower[index + 1]) if vote.kind == "Product")
    verb = index
    while (
        verb < size and verb < index + 3 and (tokens.lower[verb] in _AUXILIARIES or tokens.lower[verb].endswith("ly"))
    ):
        verb += 1
    if verb < size:
        yield from _look("verb_after", tokens.lower[verb])


def _after_bracket(tokens: Tokens, index: int) -> int:
    for position in range(index + 1, min(index + _REACH, len(tokens.words))):
        if tokens.words[position] == ")":
            return position + 1
    return index


def apposed_noun(tokens: Tokens, index: int) -> str | None:
    """The head noun of the noun phrase at `index` ("a smaller ride-hailing company" -> "company"), or None.

    A phrase without article counts only as a role ("managing director of ...").
    """
    size = len(tokens.words)
    if index >= size:
        return None
    article = tokens.lower[index] in _ARTICLES
    table = tables()["apposition"]
    head = None
    position = index + 1 if article else index
    while position < size and position < index + _REACH:
        low, shape = tokens.lower[position], tokens.shapes[position]
        if low in _STOPS or (head and low in _ARTICLES) or low in ',.;:()\u201c\u201d"':
            break
        if head and shape in _RAISED:
            return None
        if low in table and (shape is Shape.LOWER or any(kind == "Person" for kind, _ in table[low])):
            head = low
        elif head and shape is Shape.LOWER and low.endswith("ed"):
            break
        position += 1
    if head and not article:
        return head if any(kind == "Person" for kind, _ in table[head]) else None
    return head
