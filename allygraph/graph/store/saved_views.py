"""Views of the graph that analysts keep: written, changed and dropped. They are tied to nothing in the graph."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from allygraph.graph.errors import NameTaken, UnknownName
from allygraph.graph.store.connection import Transaction


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name: `state` is the text that whoever shows it wrote, such as JSON."""

    id: str
    name: str
    state: str
    author: str
    created_at: str
    changed_at: str


def write_saved_view(transaction: Transaction, view: SavedView) -> None:
    """Writes a new view; raises NameTaken."""
    # On a name that may be there once only, MERGE waits for whoever else is writing it.
    rows = transaction.run(
        """MERGE (view:SavedView {name: $name}) ON CREATE SET view = $properties
        RETURN view.id AS id, view.author AS author""",
        {"name": view.name, "properties": asdict(view)},
    )
    if rows[0]["id"] != view.id:
        raise _taken(view.name, rows[0]["author"])


def change_saved_view(transaction: Transaction, view: SavedView) -> SavedView:
    """Gives a view (id) another name, state and author, and gives it back; raises UnknownName or NameTaken."""
    others = transaction.run(
        "MATCH (view:SavedView {name: $name}) WHERE view.id <> $id RETURN view.author AS author",
        {"name": view.name, "id": view.id},
    )
    if others:
        raise _taken(view.name, others[0]["author"])
    rows = transaction.run(
        """MATCH (view:SavedView {id: $id})
        SET view.name = $name, view.state = $state, view.author = $author, view.changed_at = $at
        RETURN view {.*} AS view""",
        {"id": view.id, "name": view.name, "state": view.state, "author": view.author, "at": view.changed_at},
    )
    if not rows:
        raise _unknown(view.id)
    return SavedView(**rows[0]["view"])


def drop_saved_view(transaction: Transaction, identifier: str) -> SavedView:
    """Takes a view (id) away, and gives it as it was; raises UnknownName."""
    rows = transaction.run(
        """MATCH (view:SavedView {id: $id}) WITH view, view {.*} AS properties DELETE view
        RETURN properties AS view""",
        {"id": identifier},
    )
    if not rows:
        raise _unknown(identifier)
    return SavedView(**rows[0]["view"])


def _taken(name: str, author: str) -> NameTaken:
    return NameTaken(f"{author} has saved a view named '{name}'.", "Give another name, or change that view.")


def _unknown(identifier: str) -> UnknownName:
    return UnknownName("saved view", identifier, remedy="It may have been deleted; the list of saved views tells.")
