"""What is known of a document and of a passage when its anaphors are resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.names.namings import Naming
from allygraph.loaders.extraction.protocol import FoundEntity

#: Passages before the present one in which an antecedent is looked for.
WINDOW = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document: the namings by passage, the nouns used of each entity, defined terms."""

    text: str
    passages: Sequence[Passage]
    rows: list[list[Naming]]
    by_id: Mapping[str, FoundEntity]
    nouns: Mapping[str, frozenset[str]]
    topic: str
    covered: Sequence[tuple[int, int]]
    ends: frozenset[int]
    terms: Mapping[str, str]
    author: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The passage of an anaphor: paragraph breaks since each passage before it, and whether that one is a sentence."""

    setting: Setting
    number: int
    breaks: Mapping[int, int]
    closed: Mapping[int, bool]
