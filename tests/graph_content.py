"""What a graph holds, for comparing two: everything but when and by which run it was loaded."""

from __future__ import annotations

from collections import Counter
from typing import Any

from allygraph.graph.store import Store

_TIMES = {"loaded_at", "retired_at", "applied_at", "known_before"}
Content = tuple[Counter[Any], Counter[Any]]


def content(store: Store) -> Content:
    """The nodes and the relations of the graph, each with all that is said of it."""
    nodes = store.read(
        "MATCH (n) WHERE NOT n:Run AND NOT n:SchemaChange RETURN labels(n) AS labels, n {.*} AS properties"
    )
    edges = store.read(
        """MATCH (a)-[r]->(b) WHERE NOT b:Run
        RETURN coalesce(a.id, a.key) AS source, type(r) AS type, coalesce(b.id, b.key) AS target,
               r {.*} AS properties"""
    )
    return (
        Counter((tuple(sorted(row["labels"])), _frozen(row["properties"])) for row in nodes),
        Counter((row["source"], row["type"], row["target"], _frozen(row["properties"])) for row in edges),
    )


def _frozen(properties: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    # The order of names in a list is that of the rows that were read, and means nothing.
    kept = {name: value for name, value in properties.items() if name not in _TIMES}
    return tuple(
        sorted((name, repr(sorted(value) if isinstance(value, list) else value)) for name, value in kept.items())
    )


def facts(store: Store) -> set[tuple[str, str, str, str | None]]:
    """The facts between entities: subject, relation, object by name, and status."""
    rows = store.read(
        """MATCH (a:Entity)-[fact]->(b:Entity) WHERE fact.claim_ids IS NOT NULL
        RETURN a.name AS subject, type(fact) AS relation, b.name AS object, fact.status AS status"""
    )
    return {(row["subject"], row["relation"], row["object"], row["status"]) for row in rows}
