"""What came into the graph with some documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


def entities_of_documents(store: Store, documents: Sequence[str], *, limit: int) -> tuple[str, ...]:
    """The ids of the entities that the live claims of the documents (ids) name, best connected first."""
    rows = store.read(statement("entities_of_documents"), {"ids": list(documents), "limit": limit})
    return tuple(row["id"] for row in rows)
