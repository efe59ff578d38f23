"""Where a sentence names the ends of a claim, and the sentence cut into marked and plain pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from allygraph.queries.review import ReviewClaim, ReviewEnd

Mark = Literal["subject", "object", "counterpart", ""]
Span = tuple[int, int]


def marked_pieces(claim: ReviewClaim) -> list[tuple[str, Mark]]:
    """The sentence as pieces in order, each with what it names; spaces and line ends are one space."""
    spans = _spans(claim)
    pieces: list[tuple[str, Mark]] = []
    at = 0
    for (start, end), mark in sorted(spans.items()):
        pieces += [(claim.sentence[at:start], ""), (claim.sentence[start:end], mark)]
        at = end
    pieces.append((claim.sentence[at:], ""))
    return [(re.sub(r"\s+", " ", text), mark) for text, mark in pieces if text]


def _spans(claim: ReviewClaim) -> dict[Span, Mark]:
    found: dict[Span, Mark] = {}
    ends: tuple[tuple[Mark, ReviewEnd | None], ...] = (
        ("subject", claim.subject),
        ("object", claim.object),
        ("counterpart", claim.counterpart),
    )
    for mark, end in ends:
        if end:
            free = [span for span in _candidates(claim, end) if not any(_overlap(span, other) for other in found)]
            # Of several places the one inside the evidence, then the first.
            best = min(free, key=lambda span: (not claim.start <= span[0] < claim.end, span), default=None)
            if best:
                found[best] = mark
    return found


def _candidates(claim: ReviewClaim, end: ReviewEnd) -> list[Span]:
    """Where the words of the claim stand; where they do not, the names of the entity."""
    return [*_places(claim.sentence, end.text)] or [
        (start, stop) for key, start, stop in claim.names if key == end.key and 0 <= start < stop
    ]


def _places(sentence: str, words: str) -> Iterator[Span]:
    parts = [re.escape(part) for part in words.split()]
    if parts:
        pattern = r"\s+".join(parts)
        bounded = rf"(?<!\w){pattern}(?!\w)" if words.isascii() else pattern
        yield from (found.span() for found in re.finditer(bounded, sentence))


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
