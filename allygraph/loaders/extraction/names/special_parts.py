"""Parts of a name that are no plain words: inner possessives, legal forms of several tokens, a place in brackets."""

from __future__ import annotations

from allygraph.loaders.extraction.names.boundaries import NAME_SHAPES, breaks_name
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

#: "A/S", "K/S", "P/S", "I/S" of Denmark and Norway.
_SLASHED_FORMS = frozenset("akpi")
_MOST_PARTICLES = 3
#: Before the saint of a name: "St John's College".
_SAINTS = frozenset({"st", "st.", "saint", "."})


def join_special(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int | None:
    """The index after such a part that begins at `after`, or None. The name so far begins at `first`."""
    size = len(tokens.words)
    if tokens.shapes[after] is Shape.POSSESSIVE:
        raised = (
            after + 1 < size and tokens.shapes[after + 1] in NAME_SHAPES and not breaks_name(tokens, after + 1, words)
        )
        return after + 2 if raised and _is_inner_possessive(tokens, first, after, words) else None
    if after + 2 < size and tokens.words[after + 1] == "/" and tokens.lower[after + 2] == "s":
        slashed = tokens.lower[after] in _SLASHED_FORMS and tokens.gap(after + 1) == tokens.gap(after + 2) == 0
        return after + 3 if slashed and tokens.shapes[after] is Shape.LETTER else None
    low = tokens.lower[after]
    if low in words.classes["particles"]:
        return _after_particles(tokens, after, words)
    if tokens.shapes[after] is Shape.LOWER and "." in low and low in words.classes["legal_forms"]:
        return after + 1
    if tokens.words[after] == "(":
        return _after_bracket(tokens, after, words, known)
    return None


def _after_particles(tokens: Tokens, after: int, words: Lexicon) -> int | None:
    """The index after "von der Leyen": two or three particles and a word with a capital; None for one particle."""
    end, particles = after, words.classes["particles"]
    while end < len(tokens.words) and tokens.shapes[end] is Shape.LOWER and tokens.lower[end] in particles:
        end += 1
    raised = end < len(tokens.words) and tokens.shapes[end] in NAME_SHAPES and not breaks_name(tokens, end, words)
    return end + 1 if 1 < end - after <= _MOST_PARTICLES and raised else None


def _is_inner_possessive(tokens: Tokens, first: int, after: int, words: Lexicon) -> bool:
    """Whether "X's Y" is one name by its owner: people in general, a saint; an organisation's name ends it."""
    owner = tokens.lower[after - 1]
    if after - 2 >= first and tokens.lower[after - 2] in _SAINTS:
        return True
    return owner in words.classes["possessors"]


def _after_bracket(tokens: Tokens, after: int, words: Lexicon, known: Gazetteer) -> int | None:
    """The index after "(Place) Co." where a legal form, or a word and a legal form, follows the bracket."""
    close = next((i for i in range(after + 2, min(after + 4, len(tokens.words))) if tokens.words[i] == ")"), None)
    if close is None:
        return None
    found = known.find(" ".join(tokens.words[after + 1 : close]))
    if not found or found.kind != "Place":
        return None
    legal = words.classes["legal_forms"]
    for last in (close + 1, close + 2, close + 3):
        if last >= len(tokens.words) or tokens.shapes[last] not in NAME_SHAPES:
            return None
        if tokens.lower[last] in legal:
            return last + 1
    return None
