"""The pattern files."""

from __future__ import annotations

import pytest

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.relations.patterns import _frames, patterns


def test_every_relation_has_patterns() -> None:
    """All relations but HAS_ROLE, which has words of its own, are named by some frame."""
    known = patterns()
    named = {frame.relation for index in (known.verbs, known.nouns) for frames in index.values() for frame in frames}
    assert named == set(relation_kinds()) - {"HAS_ROLE"}


def test_weights_are_shares() -> None:
    """A confidence lies above 0 and not above 1."""
    known = patterns()
    assert all(
        0 < frame.weight <= 1 for index in (known.verbs, known.nouns) for frames in index.values() for frame in frames
    )


def test_an_unknown_key_is_refused_by_name() -> None:
    """A misspelt condition is an error, not a pattern without it."""
    with pytest.raises(ValueError, match="suport"):
        _frames("OWNS", "nouns", {"nouns": ["unit"], "suport": ["have"], "frames": [{"weight": 0.5}]})
