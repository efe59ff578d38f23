"""The noun phrase after a name that says what it is: "X, a smaller ride-hailing company"."""

from __future__ import annotations

from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.lexicon import lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

_RAISED = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED})
_MARKS = frozenset(',.;:()"\u201c\u201d')
#: Tokens read of a noun phrase; longer ones are clauses.
_REACH = 10


def apposed_noun(tokens: Tokens, index: int) -> str | None:
    """The head noun of the noun phrase at `index` ("a smaller ride-hailing company" -> "company"), or None.

    A phrase without article counts only as a role ("managing director of ..."). A name right after the noun takes it
    ("its director Ann Lee"): None.
    """
    if index >= len(tokens.words):
        return None
    classes = lexicon().classes
    table = cue_tables()["apposition"]
    article = tokens.lower[index] in classes["articles"]
    head = None
    for position in range(index + article, min(len(tokens.words), index + _REACH)):
        low, shape = tokens.lower[position], tokens.shapes[position]
        if low in classes["phrase_ends"] or low in _MARKS or (head and low in classes["articles"]):
            break
        if head and shape in _RAISED:
            return None
        if low in table and (shape is Shape.LOWER or is_role(low)):
            head = low
        elif head and shape is Shape.LOWER and low.endswith("ed"):
            break
    bare = head in classes["bare_nouns"]
    return head if head and (article or bare or is_role(head)) else None


def is_role(noun: str) -> bool:
    """Whether the noun, in apposition, makes a person of a name."""
    return any(kind == "Person" for kind, _ in cue_tables()["apposition"].get(noun, ()))
