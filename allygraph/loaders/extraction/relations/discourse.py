"""What one sentence lends the next: missing ends, dates and the life of a venture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allygraph.loaders.extraction.relations.matching import Context

if TYPE_CHECKING:
    from allygraph.loaders.extraction.relations.claims import Read


def complete(sentences: Sequence[Read], context: Context) -> list[Read]:
    """The sentences with findings that need a neighbour completed."""
    del context
    return list(sentences)
