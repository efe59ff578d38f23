"""The kinds of entity and of relation, read from one small YAML file each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml

__all__ = ["EntityKind", "RelationKind", "entity_kinds", "relation_kinds"]


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A kind of entity: its node labels, the prefix of its ids, its names in RDF and FollowTheMoney."""

    name: str
    description: str
    prefix: str
    labels: tuple[str, ...]
    rdf: str
    ftm: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation: what its ends may be, how it reads both ways, its names in RDF and FollowTheMoney.

    `alliance` is true where a claim of this kind speaks of a deal, `qualifiers` names what a claim may carry besides
    status and date. `rdf` is a term of our own vocabulary (`ally:`).
    """

    name: str
    description: str
    reads: str
    reads_back: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    symmetric: bool
    alliance: bool
    qualifiers: tuple[str, ...]
    rdf: str
    ftm: Mapping[str, str]


@cache
def entity_kinds() -> Mapping[str, EntityKind]:
    """The kinds of entity by name, sorted by name."""
    return MappingProxyType({record["name"]: EntityKind(**record) for record in _records("entities")})


@cache
def relation_kinds() -> Mapping[str, RelationKind]:
    """The kinds of relation by name, sorted by name."""
    return MappingProxyType({record["name"]: RelationKind(**record) for record in _records("relations")})


def _records(folder: str) -> list[dict[str, Any]]:
    names = sorted(entry.name for entry in files(__name__).joinpath(folder).iterdir() if entry.name.endswith(".yaml"))
    records = [read_yaml(__name__, folder, name) for name in names]
    return [{key: _frozen(value) for key, value in record.items()} for record in records]


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return MappingProxyType(value) if isinstance(value, dict) else value
