"""One reason to take a name for one kind, and the reasons that a word near it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.cue_tables import cue_tables


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason to take a name for one kind. `rule` names the rule and the word that met it."""

    kind: Kind
    weight: float
    rule: str


def look(where: str, word: str) -> Iterator[Vote]:
    """The votes of a word that stands in that place to the name; the singular where the plural is not listed."""
    table = cue_tables()[where]
    found = table.get(word)
    if found is None and word.endswith("s"):
        found = table.get(word[:-1])
    for kind, weight in found or ():
        yield Vote(kind, weight, f"{where}: {word}")
