"""The cue rules of `data/cues.yaml` as tables to look words up in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.lexicon import cue_rules

Table = Mapping[str, tuple[tuple[Kind, float], ...]]


@cache
def cue_tables() -> Mapping[str, Table]:
    """One table for each place around a name: word -> kinds and weights.

    The nouns that make a product of the name after them make one of the name before them too ("the X missile").
    """
    built: dict[str, dict[str, list[tuple[Kind, float]]]] = {}
    for where, kind, weight, words in cue_rules():
        for word in words:
            built.setdefault(where, {}).setdefault(word, []).append((kind, weight))
    for word, found in built["noun_before"].items():
        if found[0][0] == "Product":
            built["after"].setdefault(word, list(found))
    return {where: {word: tuple(found) for word, found in table.items()} for where, table in built.items()}
