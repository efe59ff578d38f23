"""The names of an entity as documents write them: what a split chooses from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name with all its spellings, which no split can part, the most used first.

    Counted are the live claims that call the entity so, the documents and the mentions.
    """

    name: str
    key: str
    spellings: tuple[str, ...]
    claims: int
    documents: int
    mentions: int


def read_names(store: Store, identifier: str) -> tuple[EntityName, ...]:
    """The names of an entity (id), the most mentioned first; none for an id that is not there."""
    rows = store.read(statement("entity_names"), {"id": identifier})
    return tuple(EntityName(**{**row, "spellings": tuple(row["spellings"])}) for row in rows)
