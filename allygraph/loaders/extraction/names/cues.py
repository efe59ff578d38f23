"""What the words around a name say of its kind: those before it here, those after it in `cues_after`."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.loaders.extraction.names.cues_after import QUOTES, votes_after
from allygraph.loaders.extraction.names.lexicon import lexicon, weights
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate
from allygraph.loaders.extraction.names.votes import Vote, look

#: Words before a noun that may tell its owner.
_OWNED = 5
#: Tokens from a label to the last item that it is looked up for; what stands before an item.
_LABEL, _ITEM_MARKS = 40, frozenset(":;,")


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
    if candidate.first < candidate.last or not lexicon().is_common(tokens.lower[candidate.first]):
        yield from _votes_of_label(tokens, candidate.first)
    yield from _votes_before(tokens, candidate)
    located = candidate.text in lexicon().places and candidate.first and tokens.lower[candidate.first - 1] == "in"
    yield from (vote for vote in votes_after(tokens, candidate.last) if not (located and vote.kind == "Product"))


def _votes_of_label(tokens: Tokens, first: int) -> Iterator[Vote]:
    """The last noun of the label before an item: "Key people: X (CEO); Y"."""
    mark = tokens.words[first - 1] if first > 1 else ""
    if mark not in _ITEM_MARKS:
        return
    colon = next((i for i in range(first - 1, max(0, first - _LABEL), -1) if tokens.words[i] == ":"), 0)
    if colon:
        votes = look("label", tokens.lower[colon - 1])
        yield from (vote for vote in votes if mark != "," or vote.kind != "Person")  # "Ann Lee, Head of ..."


def _votes_before(tokens: Tokens, candidate: Candidate) -> Iterator[Vote]:
    classes = lexicon().classes
    index = candidate.first - 1
    while index >= 0 and tokens.words[index] in QUOTES:
        index -= 1
    word = tokens.lower[index] if index >= 0 else ""
    if word == ",":
        yield from _votes_of_apposed(tokens, index, candidate.last)
        return
    definite = word in {"the", "a", "an"}
    if definite:
        index -= 1
        word = tokens.lower[index] if index >= 0 else ""
        yield from _votes_of_listed(tokens, index)
    if not word or (definite and word not in classes["prepositions"]):
        return
    if not definite:
        yield from _votes_of_neighbour(tokens, index, candidate.last)
    if word in classes["naming"]:
        appointed = word == "named" and tokens.lower[candidate.last + 1 : candidate.last + 2] == ["as"]
        yield from () if appointed else _votes_of_naming(tokens, index)
    placed = candidate.first == candidate.last and tokens.shapes[candidate.first] is Shape.CAPITAL
    yield from (vote for vote in look("before", word) if placed or vote.kind != "Place")
    if definite and placed:
        yield Vote("Product", weights()["definite"], "definite")
    elif word in classes["prepositions"] and index:
        yield from _votes_of_preposition(tokens, index, candidate.last)


def _votes_of_listed(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The noun in "two barges, the X and the Y"."""
    if index > 0 and tokens.words[index] == "," and tokens.shapes[index - 1] is Shape.LOWER:
        yield from (vote for vote in look("noun_before", tokens.lower[index - 1]) if vote.kind == "Product")


def _votes_of_neighbour(tokens: Tokens, index: int, last: int) -> Iterator[Vote]:
    """The noun in "the chip maker X", the place in "Denmark's X"."""
    if _is_owned_by_place(tokens, index, last):
        yield Vote("Organisation", weights()["owned_by_place"], "possessive before")
    elif tokens.shapes[index] is Shape.LOWER:
        symbol = tokens.shapes[last] is Shape.UPPER
        yield from (vote for vote in look("noun_before", tokens.lower[index]) if not (symbol and vote.kind == "Person"))


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
    votes = list(look("noun_before", noun))
    product = bool(votes) and all(vote.kind == "Product" for vote in votes)
    if owned and (noun in classes["owned_products"] or (closed and product)):
        yield Vote("Product", weights()["owned_product"], f"apposition: {noun}")
    elif closed and votes:
        yield from (vote for vote in votes if not (tokens.shapes[last] is Shape.UPPER and vote.kind == "Person"))
    elif owned and closed:
        yield Vote("Product", weights()["owned_name"], "apposition of owned")


def _votes_of_naming(tokens: Tokens, index: int) -> Iterator[Vote]:
    """The noun in "a service called X"."""
    noun = index - 1
    while noun >= 0 and (tokens.lower[noun] in lexicon().classes["auxiliaries"] or tokens.words[noun] == ","):
        noun -= 1
    if noun >= 0:
        yield from look("named", tokens.lower[noun])


def _votes_of_preposition(tokens: Tokens, index: int, last: int) -> Iterator[Vote]:
    """The noun in "a stake in X", the person in "Ann Lee of X"."""
    before = tokens.lower[index - 1]
    if tokens.lower[index] == "by" and before.endswith("ed"):
        yield Vote("Organisation", weights()["agent"], "agent")
    if tokens.lower[index] == "from" and _goes_to_place(tokens, last + 1):
        yield Vote("Place", weights()["from_to_place"], "from_to_place")
    if tokens.lower[index] == "on":
        yield from look("upon", before)
    with_people = tokens.lower[index] in {"at", "with", "by"}
    yield from (vote for vote in look("with_preposition", before) if not (with_people and vote.kind == "Place"))
    if tokens.lower[index] == "of" and tokens.shapes[index - 1] is Shape.CAPITAL and not lexicon().is_common(before):
        yield Vote("Organisation", weights()["somebody_of"], "somebody of")


def _is_owned_by_place(tokens: Tokens, index: int, last: int) -> bool:
    """Whether "Country's X" stands there and X does not only qualify a noun ("Hong Kong's TCSP licence")."""
    if tokens.shapes[index] is not Shape.POSSESSIVE or not index or tokens.words[index - 1] not in lexicon().places:
        return False
    following = tokens.shapes[last + 1 : last + 3]
    return following[:1] != [Shape.LOWER] or following[1:] == [Shape.LOWER]


def _goes_to_place(tokens: Tokens, index: int) -> bool:
    """Whether "to" and a place follow."""
    return (
        tokens.lower[index : index + 1] == ["to"]
        and tokens.words[index + 1 : index + 2] != []
        and (tokens.words[index + 1] in lexicon().places)
    )
