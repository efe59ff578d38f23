"""The whole graph at its barest: who has a fact with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


def read_ties(store: Store) -> list[tuple[str, str]]:
    """The ids of the two ends of every fact, in no order; two entities with several facts are told several times."""
    row = store.read(statement("ties"))[0]
    return list(zip(row["sources"], row["targets"], strict=True))
