"""What the YAML and the CSV reader both give: values with the characters they stand at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from allygraph.graph.errors import InvalidFact
from allygraph.graph.model import Document, Passage, Skipped, Source
from allygraph.loaders.extraction.protocol import Extraction

__all__ = ["FIELDS", "NAMES", "DeclaredEntity", "Entry", "FactsRead", "Name", "Sheet", "Value"]

#: What an entry may say, in the order in which the documentation lists it.
FIELDS = (
    "subject",
    "relation",
    "object",
    "counterpart",
    "status",
    "date",
    "amount",
    "currency",
    "role",
    "polarity",
    "likelihood",
    "reliability",
    "credibility",
    "evidence",
    "note",
)


#: Those of them that name an entity.
NAMES = ("subject", "object", "counterpart")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written: `start` and `end` are its characters without quotation marks, `line` counts from 1."""

    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity in an entry; `kind` as written, None where the entry does not say."""

    name: Value
    kind: Value | None = None


@dataclass(frozen=True, slots=True)
class DeclaredEntity:
    """An entry under `entities`: a name, its kind, its other names; `start` and `end` bound the entry."""

    name: Name
    aliases: tuple[Value, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as written. `names` holds subject, object and counterpart, `values` all else, by field."""

    names: Mapping[str, Name]
    values: Mapping[str, Value]
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of facts as written; `problems` are about what could not be read at all."""

    entries: tuple[Entry, ...]
    entities: tuple[DeclaredEntity, ...] = ()
    title: str | None = None
    published: str | None = None
    source: Source | None = None
    problems: tuple[InvalidFact, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class FactsRead:
    """A document of facts, and a Skipped for each entry that does not follow the model.

    `document` is None where no entry does.
    """

    document: Document | None
    passages: tuple[Passage, ...]
    extraction: Extraction
    skipped: tuple[Skipped, ...]
