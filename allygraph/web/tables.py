"""Columns and rows, as questions and Cypher give them, with the entities that the rows name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, Field

from allygraph.graph.store import Store
from allygraph.queries.question import Column
from allygraph.queries.state import entities_in


class Table(BaseModel):
    """A page of rows, each as long as `columns`."""

    columns: list[Column]
    rows: list[list[Any]]
    total: int | None = Field(description="The number of all rows; null where only those asked for were fetched.")
    more: bool = Field(description="Whether rows come after these.")
    offset: int
    entities: list[str] = Field(description="The ids of entities that stand in these rows, to be shown in the graph.")


def table(
    store: Store,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    *,
    total: int | None,
    more: bool,
    offset: int,
) -> Table:
    """The table of these rows, with the entities that they name looked up."""
    values = [[_json(value) for value in row] for row in rows]
    found = list(entities_in(store, values))
    return Table(columns=list(columns), rows=values, total=total, more=more, offset=offset, entities=found)


def _json(value: Any) -> Any:
    """The value as JSON can hold it; what it has no form for, such as bytes, as text."""
    if isinstance(value, dict):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
