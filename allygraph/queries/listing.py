"""What there is, to begin with where nobody has asked for anything: entities, and the places they are based in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allygraph.queries.network import read_nodes
from allygraph.queries.records import Node
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

Order = Literal["name", "degree"]


@dataclass(frozen=True, slots=True)
class Seat:
    """A place, and how many entities a fact says are based there."""

    id: str
    name: str
    entities: int


def list_entities(
    store: Store, *, kind: str | None = None, sort: Order = "name", limit: int, offset: int = 0
) -> Slice[Node]:
    """The entities, of a kind or all, in the order of the alphabet or those with most facts first."""
    values = {"kind": kind, "limit": limit, "offset": offset}
    row = store.read(statement(f"entities_by_{sort}"), values)[0]
    nodes = {node.id: node for node in read_nodes(store, row["ids"])}
    return Slice(tuple(nodes[identifier] for identifier in row["ids"]), row["total"])


def list_seats(store: Store, *, limit: int, offset: int = 0) -> Slice[Seat]:
    """The places that something is based in, those of most entities first."""
    row = store.read(statement("seats"), {"limit": limit, "offset": offset})[0]
    return Slice(tuple(Seat(**seat) for seat in row["seats"]), row["total"])
