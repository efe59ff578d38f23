"""How far capitals can be trusted in a passage: running text, Title Case headline, capitals throughout."""

from __future__ import annotations

from enum import Enum

from allygraph.loaders.extraction.names.cue_tables import cue_tables
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


#: Longer words without a capital that a headline holds at most; marks that may follow the stop of a sentence.
_MOST_LOWER = 2
_AFTER_STOP = frozenset("[]()\"'\u201d\u2019")

_LONGEST_BYLINE = 6
#: Tokens in which a label and its colon end.
_LABEL = 6
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


def is_byline(tokens: Tokens) -> bool:
    """Whether the passage is "By" and two to four words with capitals: the author."""
    if not 3 <= len(tokens.words) <= _LONGEST_BYLINE or tokens.lower[0] != "by":
        return False
    marked = zip(tokens.words[1:], tokens.shapes[1:], strict=True)
    return all(word in ".-" or shape in (Shape.CAPITAL, Shape.LETTER, Shape.MIXED) for word, shape in marked)


def is_closing(tokens: Tokens) -> bool:
    """Whether the passage closes a letter, so that a signature follows: "Thanks", "Saludos,"."""
    if 1 < len(tokens.words) <= 3 and tokens.words[-1] == ",":
        return True
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
    if not tokens.words or _is_sentence(tokens) or _is_labelled(tokens) or len(tokens.words) > _LONGEST_TITLE:
        return Layout.RUNNING
    if raised >= 0.75 * total and lower <= _MOST_LOWER and common_raised >= 2 and common_raised >= 0.3 * raised:
        return Layout.TITLE
    return Layout.RUNNING


def _is_labelled(tokens: Tokens) -> bool:
    """Whether the passage is a row of a fact sheet: "Members: X; Y"."""
    colon = next((i for i, word in enumerate(tokens.words[:_LABEL]) if word == ":"), 0)
    return colon > 0 and tokens.lower[colon - 1] in cue_tables()["label"]


def _is_sentence(tokens: Tokens) -> bool:
    """Whether a full stop ends the passage, also one before footnote marks ("... of Acme.[6]") and quotation marks."""
    index = len(tokens.words) - 1
    while index > 0 and (tokens.words[index] in _AFTER_STOP or tokens.shapes[index] is Shape.NUMBER):
        index -= 1
    return tokens.words[index] in {".", "!", ";"}
