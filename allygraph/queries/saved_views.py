"""The views that analysts keep, as a list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allygraph.graph.errors import UnknownName
from allygraph.graph.store.saved_views import SavedView
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


def list_saved_views(store: Store, *, limit: int, offset: int = 0) -> Slice[SavedView]:
    """The views, sorted by name."""
    rows = store.read(statement("saved_views"), {"id": None, "limit": limit, "offset": offset})
    total = store.read(statement("saved_views_total"))[0]["total"]
    return Slice(tuple(SavedView(**row["view"]) for row in rows), total)


def read_saved_view(store: Store, identifier: str) -> SavedView:
    """One view (id); raises UnknownName."""
    rows = store.read(statement("saved_views"), {"id": identifier, "limit": 1, "offset": 0})
    if not rows:
        raise UnknownName("saved view", identifier)
    return SavedView(**rows[0]["view"])
