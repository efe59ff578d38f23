"""A part of the graph in outline: nodes, facts and alliances with the number of their claims, without any evidence.

What a graph view draws first: reading the claims of ten thousand facts takes longer than drawing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.alliances import in_order
from allygraph.queries.network import select
from allygraph.queries.records import AllianceParty, Node
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact between two entities (ids), as `graph.model.Fact` has it; `claims` counts the claims behind it."""

    id: str
    source: str
    target: str
    predicate: str
    symmetric: bool
    status: str | None
    valid_from: str | None
    valid_to: str | None
    role: str | None
    amount: float | None
    currency: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    grade: str | None
    confidence: float
    claims: int
    sources: int
    origins: int
    conflict: bool
    first_reported: str | None
    last_reported: str | None
    alliance: str | None


@dataclass(frozen=True, slots=True)
class EventOutline:
    """A step in the life of an alliance; `by` holds names, `claims` counts."""

    status: str
    date: str | None
    by: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Venture:
    """An entity that an alliance creates."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class AllianceOutline:
    """An alliance with its parties, its ventures and its events, earliest first."""

    id: str
    title: str
    kind: str
    status: str | None
    valid_from: str | None
    valid_to: str | None
    grade: str | None
    conflict: bool
    claims: int
    parties: tuple[AllianceParty, ...]
    creates: tuple[Venture, ...]
    events: tuple[EventOutline, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A part of the graph, or all of it, sorted by id; `left_out` counts the nodes that the limit cut away."""

    nodes: tuple[Node, ...]
    edges: tuple[FactRecord, ...]
    alliances: tuple[AllianceOutline, ...]
    scope: str
    left_out: int
    as_of: str | None


def read_outline(
    store: Store,
    entities: Sequence[str] = (),
    *,
    depth: int = 1,
    as_of: str | None = None,
    relations: Iterable[str] | None = None,
    limit: int = 1000,
) -> Outline:
    """What `network.read_network` gives for the same arguments, with the same errors, in outline."""
    part = select(store, entities, depth=depth, as_of=as_of, relations=relations, limit=limit)
    return Outline(
        nodes=part.nodes,
        edges=tuple(fact_record(row) for row in part.edges),
        alliances=alliance_outlines(part.alliances),
        scope=part.scope,
        left_out=part.left_out,
        as_of=part.as_of,
    )


def read_alliance(store: Store, identifier: str) -> AllianceOutline:
    """The alliance with this id; raises UnknownName."""
    found = alliance_outlines(store.read(statement("alliances"), {"ids": [identifier], "on": None}))
    if not found:
        raise UnknownName("alliance", identifier)
    return found[0]


_DEFAULTS = {"confidence": 1.0, "claims": 0, "sources": 0, "origins": 0, "conflict": False}
_FACT = tuple(field.name for field in fields(FactRecord) if field.name not in ("source", "target", "predicate"))
_ALLIANCE = ("id", "title", "kind", "status", "valid_from", "valid_to", "grade")


def fact_record(row: Mapping[str, Any]) -> FactRecord:
    """A row with `source`, `target`, `predicate` and the properties of the `fact`, as a record."""
    fact = row["fact"]
    values: dict[str, Any] = {
        name: fact.get(name) if fact.get(name) is not None else _DEFAULTS.get(name) for name in _FACT
    }
    values["symmetric"] = relation_kinds()[row["predicate"]].symmetric
    return FactRecord(source=row["source"], target=row["target"], predicate=row["predicate"], **values)


def alliance_outlines(rows: Iterable[Mapping[str, Any]]) -> tuple[AllianceOutline, ...]:
    """The rows of `alliances.alliance_rows` as records."""
    return tuple(
        AllianceOutline(
            **{name: row["alliance"].get(name) for name in _ALLIANCE},
            conflict=bool(row["alliance"].get("conflict")),
            claims=len(row["alliance"].get("claim_ids") or ()),
            parties=tuple(AllianceParty(**party) for party in row["parties"]),
            creates=tuple(Venture(**venture) for venture in row["ventures"]),
            events=tuple(
                EventOutline(event["status"], event["date"], tuple(event["by"]), len(event["claims"]))
                for event in in_order(row["events"])
            ),
        )
        for row in rows
    )
