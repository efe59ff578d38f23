"""What a reader of the whole text thinks of its stretches, for the rules to weigh: a name, and of which kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from allygraph.graph.model import Document, Kind, Passage
from allygraph.loaders.extraction.names.tokens import Tokens
from allygraph.loaders.extraction.names.trimming import Candidate
from allygraph.loaders.extraction.names.votes import Vote

#: What full certainty of the reader is worth, beside the weights in `weights.yaml`.
WEIGHT = 3.0
#: A form of which the reader is less sure than this, wherever it stands, is no name; above the other it is one.
SURELY_NONE, SURELY_NAME = 0.02, 0.95
#: Names that the rules do not see at all need this certainty.
ENOUGH = 0.97
RULE = "read"


class Opinion(Protocol):
    """The reader. Offsets are characters of the document."""

    def of(self, start: int, end: int) -> Mapping[Kind, float]:
        """How likely a stretch is a name of each kind; the rest to 1 is that it is none."""
        ...

    def names(self) -> Sequence[tuple[int, int, Kind, float]]:
        """The stretches it takes for names, in reading order, with kind and certainty."""
        ...


def mean_opinion(spans: Sequence[tuple[int, int]], opinion: Opinion) -> Mapping[Kind, float]:
    """What the reader thinks of a form, over all the places where it stands."""
    total: dict[Kind, float] = {}
    for start, end in spans:
        for kind, share in opinion.of(start, end).items():
            total[kind] = total.get(kind, 0.0) + share / len(spans)
    return total


def opinion_votes(shares: Mapping[Kind, float]) -> Iterator[Vote]:
    """The votes of the reader for a form."""
    for kind, share in shares.items():
        if share > 0.05:
            yield Vote(kind, WEIGHT * share, RULE)


def read_names(
    document: Document,
    passages: Sequence[Passage],
    tokens: Sequence[Tokens],
    candidates: Sequence[Candidate],
    opinion: Opinion,
) -> Iterator[Candidate]:
    """The names that only the reader sees, cut to whole words."""
    taken = sorted((one.start, one.end) for one in candidates)
    starts = [passage.start for passage in passages]
    for start, end, _, sure in opinion.names():
        place = bisect_left(taken, (start, start))
        near = taken[max(0, place - 1) : place + 2]
        if sure < ENOUGH or any(a < end and start < b for a, b in near):
            continue
        number = bisect_right(starts, start) - 1
        row = tokens[number]
        first, last = bisect_right(row.ends, start), bisect_left(row.starts, end) - 1
        if first > last or first in row.masked or not any(word[0].isalnum() for word in row.words[first : last + 1]):
            continue
        begin, stop = row.starts[first], row.ends[last]
        yield Candidate(number, first, last, document.text[begin:stop], begin, stop)
