"""How far capitals can be trusted in a passage: running text, Title Case headline, capitals throughout."""

from __future__ import annotations

from enum import Enum

from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens


class Layout(Enum):
    """RUNNING: a capital inside the sentence names something. TITLE and CAPITALS: it says nothing."""

    RUNNING = "running"
    TITLE = "title"
    CAPITALS = "capitals"


_RAISED = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED, Shape.INITIALS})
#: A headline is short; longer passages in Title Case are lists of names.
_LONGEST_TITLE = 30


#: What a letter closes with.
_CLOSINGS = frozenset(
    {
        ("thank", "you"),
        ("thanks",),
        ("regards",),
        ("best", "regards"),
        ("kind", "regards"),
        ("sincerely",),
        ("yours", "sincerely"),
        ("cheers",),
        ("best",),
    }
)


def is_closing(tokens: Tokens) -> bool:
    """Whether the passage closes a letter, so that a signature follows."""
    return len(tokens.words) <= 3 and tuple(low for low in tokens.lower if low.isalpha()) in _CLOSINGS


def layout_of(tokens: Tokens, words: Lexicon) -> Layout:
    """The layout of a passage. Small words ("of", "with") do not count; a lone name is running text."""
    upper = lower = raised = common_raised = 0
    for word, low, shape in zip(tokens.words, tokens.lower, tokens.shapes, strict=True):
        if shape is Shape.LOWER:
            if len(word) > 3 and low not in words.classes["small_in_titles"]:
                lower += 1
        elif shape in _RAISED:
            raised += 1
            upper += shape is Shape.UPPER
            common_raised += low in words.common or low in words.function
    total = lower + raised
    if upper >= 4 and upper >= 0.8 * total:
        return Layout.CAPITALS
    if not tokens.words or tokens.words[-1] in {".", "!", ";"} or len(tokens.words) > _LONGEST_TITLE:
        return Layout.RUNNING
    if raised >= 0.7 * total and common_raised >= 2 and common_raised >= 0.3 * raised:
        return Layout.TITLE
    return Layout.RUNNING
