"""What a reader of the whole text thinks of its stretches, for the rules to weigh: a name, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.votes import Vote

#: What full certainty of the reader is worth, beside the weights in `weights.yaml`.
WEIGHT = 3.0
#: A form of which the reader is less sure than this, wherever it stands, is no name.
SURELY_NONE = 0.01
RULE = "read"


class Opinion(Protocol):
    """The reader. Offsets are characters of the document."""

    def of(self, start: int, end: int) -> Mapping[Kind, float]:
        """How likely a stretch is a name of each kind; the rest to 1 is that it is none."""
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
