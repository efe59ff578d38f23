"""The schema of the store: numbered files, each applied once and recorded with its time."""

from __future__ import annotations

from importlib.resources import files

from allygraph.graph.store.clock import now
from allygraph.graph.store.connection import Store


def apply_schema(store: Store) -> tuple[str, ...]:
    """Applies the schema files that this store has not seen; the names of those applied, in order."""
    known = {row["name"] for row in store.read("MATCH (change:SchemaChange) RETURN change.name AS name")}
    applied = []
    for name, statements in _files():
        if name in known:
            continue
        for statement in statements:
            store.write(statement)
        store.write(
            "MERGE (change:SchemaChange {name: $name}) ON CREATE SET change.applied_at = $now",
            {"name": name, "now": now()},
        )
        applied.append(name)
    if applied:
        store.read("CALL db.awaitIndexes(60)")
    return tuple(applied)


def _files() -> list[tuple[str, list[str]]]:
    folder = files("allygraph.graph.store").joinpath("schema")
    entries = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".cypher")), key=lambda entry: entry.name
    )
    return [(entry.name.removesuffix(".cypher"), _statements(entry.read_text(encoding="utf-8"))) for entry in entries]


def _statements(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    return [part.strip() for part in "\n".join(lines).split(";") if part.strip()]
