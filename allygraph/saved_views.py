"""Saved views for programs and notebooks: `graph.saved_views`.

with allygraph.connect() as graph:
    graph.saved_views.save("Chip makers", {"entities": ["org-1"]})
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from allygraph.graph.ids import stable_id
from allygraph.graph.store.clock import now
from allygraph.graph.store.saved_views import SavedView, change_saved_view, drop_saved_view, write_saved_view
from allygraph.queries.saved_views import list_saved_views, read_saved_view
from allygraph.queries.slices import Slice

if TYPE_CHECKING:
    from allygraph.workspace import Workspace

__all__ = ["MOST_STATE", "SavedViews"]
#: Bytes of a state: where some ten thousand nodes stand.
MOST_STATE = 200 * 1024
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SavedViews:
    """The views that analysts keep in an open graph; `author` signs, by default the user of this machine."""

    graph: Workspace
    author: str | None = None

    def by(self, author: str | None) -> SavedViews:
        """The same views, signed by another person."""
        return replace(self, author=author)

    def list(self, *, limit: int = 100, offset: int = 0) -> Slice[SavedView]:
        """The views, sorted by name; the state of each is JSON."""
        return list_saved_views(self.graph.store, limit=limit, offset=offset)

    def read(self, identifier: str) -> SavedView:
        """One view (id)."""
        return read_saved_view(self.graph.store, identifier)

    def save(self, name: str, state: State) -> SavedView:
        """Keeps a state under a name; raises NameTaken, and ValueError where it has more than 200 kB."""
        at, author = now(), self.author or self.graph.author
        view = SavedView(stable_id("view", name, author, at), _checked(name), _written(state), author, at, at)
        self.graph.store.in_write(lambda transaction: write_saved_view(transaction, view))
        return view

    def change(self, identifier: str, *, name: str | None = None, state: State | None = None) -> SavedView:
        """Gives a view (id) another name or state; raises UnknownName, NameTaken, ValueError as `save`."""
        view = self.read(identifier)
        changed = replace(
            view,
            name=view.name if name is None else _checked(name),
            state=view.state if state is None else _written(state),
            author=self.author or self.graph.author,
            changed_at=now(),
        )
        return self.graph.store.in_write(lambda transaction: change_saved_view(transaction, changed))

    def delete(self, identifier: str) -> SavedView:
        """Takes a view (id) away; gives it as it was."""
        return self.graph.store.in_write(lambda transaction: drop_saved_view(transaction, identifier))


def _checked(name: str) -> str:
    if not name.strip():
        raise ValueError("A view needs a name.")
    return name.strip()


def _written(state: State) -> str:
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    size = len(text.encode())
    if size > MOST_STATE:
        raise ValueError(f"The state of a view may have {MOST_STATE // 1024} kB, not {-(-size // 1024)}.")
    return text
