"""A text with its white space, quotes and dashes made alike, each character knowing where it came from.

Nothing else is folded: neither case nor spelling nor word order. What is found in the folded text is what the document
says, character for character, but for these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Passage

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_PIECE = re.compile(r"(?P<space>\s+)|[^\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
#: From here on scripts stand that put no spaces between words, most of all Chinese and Japanese.
_UNSPACED = 0x2E80


def replace_surrogates(text: str) -> str:
    """The text with lone surrogates, which no server can be sent, as replacement characters."""
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """The folded form of a short text, trimmed."""
    return "".join(" " if space else piece for _, piece, space in _pieces(text)).strip()


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Passages as one folded text, a space between two. `places[i]` is where its character i stands in the document."""

    text: str
    places: Sequence[int]
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> FoldedText:
        """Folds passages that stand in reading order."""
        parts: list[str] = []
        places: list[int] = []
        for passage in passages:
            if parts:
                parts.append(" ")
                places.append(passage.start)
            for start, piece, space in _pieces(passage.text):
                parts.append(" " if space else piece)
                length = 1 if space else len(piece)
                places.extend(range(passage.start + start, passage.start + start + length))
        return cls("".join(parts), places, tuple(passages))

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Where whole words stand, in reading order, as characters of the document, end excluded."""
        folded, start = fold(words), 0
        while folded:
            at = self.text.find(folded, start)
            if at < 0:
                return
            end = at + len(folded)
            if _is_edge(self.text, at) and _is_edge(self.text, end):
                yield self.places[at], self.places[end - 1] + 1
            start = at + 1

    def passage_at(self, place: int) -> Passage:
        """The passage that holds a character of the document."""
        return self.passages[max(0, bisect_right(self.passages, place, key=lambda passage: passage.start) - 1)]

    def within(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages that a stretch of the document touches."""
        return tuple(passage for passage in self.passages if passage.start < end and start < passage.end)


def _pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """Runs of white space and of anything else, with where they start; soft hyphens and the like are left out."""
    alike = replace_surrogates(text.translate(_ALIKE))
    for match in _PIECE.finditer(alike):
        yield match.start(), match.group(), match.group("space") is not None


def _is_edge(text: str, place: int) -> bool:
    """Whether a word may begin or end between two characters."""
    if place in (0, len(text)):
        return True
    before, after = text[place - 1], text[place]
    unspaced = ord(before) >= _UNSPACED or ord(after) >= _UNSPACED
    return unspaced or not (before.isalnum() and after.isalnum())
