"""One entity and what is around it, a slice at a time: fast also where there are twenty thousand neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allygraph.graph.errors import UnknownName
from allygraph.queries.network import checked_relations, read_nodes
from allygraph.queries.outline import FactRecord, fact_record
from allygraph.queries.records import Node
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class RelationCount:
    """How many facts of a relation an entity has; `outgoing` tells whether it is their subject."""

    relation: str
    outgoing: bool
    facts: int


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity with the numbers of its facts, most first, of its alliances, its claims and its mentions."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    relations: tuple[RelationCount, ...]
    alliances: int
    claims: int
    mentions: int


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A fact with the names of both ends."""

    fact: FactRecord
    source_name: str
    target_name: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An entity and some of its neighbours, with the facts among all of these.

    `total` counts all its neighbours by the relations asked for, `left` those that come after this slice.
    """

    nodes: tuple[Node, ...]
    edges: tuple[FactRecord, ...]
    total: int
    left: int


def read_entity(store: Store, identifier: str) -> EntityRecord:
    """The entity with this id; raises UnknownName."""
    rows = store.read(statement("entity"), {"id": identifier})
    if not rows:
        raise UnknownName("entity", identifier)
    counts = tuple(RelationCount(**count) for count in rows[0]["relations"])
    return EntityRecord(**{**rows[0], "aliases": tuple(rows[0]["aliases"]), "relations": counts})


def read_facts(
    store: Store, identifier: str, *, relations: Iterable[str] | None = None, limit: int, offset: int = 0
) -> Slice[NamedFact]:
    """The facts of an entity (id) by relation, then by the name of the other end."""
    values = {"id": identifier, "relations": checked_relations(relations), "limit": limit, "offset": offset}
    rows = store.read(statement("entity_facts"), values)
    items = tuple(
        NamedFact(fact_record(row), row["source_name"], row["target_name"]) for row in rows if row["fact"] is not None
    )
    return Slice(items, rows[0]["total"] if rows else 0)


def read_neighbourhood(
    store: Store, identifier: str, *, relations: Iterable[str] | None = None, limit: int, offset: int = 0
) -> Neighbourhood:
    """The entity (id) and a slice of its neighbours, best connected first; raises UnknownName.

    Between the entity and its neighbours only facts of `relations` are given, among the neighbours all.
    """
    chosen = checked_relations(relations)
    values = {"id": identifier, "relations": chosen, "limit": limit, "offset": offset}
    found = store.read(statement("neighbours_slice"), values)[0]
    ids = [identifier, *found["ids"]]
    nodes = read_nodes(store, ids)
    if all(node.id != identifier for node in nodes):
        raise UnknownName("entity", identifier)
    edges = tuple(fact_record(row) for row in store.read(statement("edges_between"), {"ids": ids}))
    kept = tuple(
        edge
        for edge in edges
        if chosen is None or identifier not in (edge.source, edge.target) or edge.predicate in chosen
    )
    return Neighbourhood(nodes, kept, found["total"], max(found["total"] - offset - len(found["ids"]), 0))
