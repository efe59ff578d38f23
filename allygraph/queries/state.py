"""How much the graph holds, and which of some values name its entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from allygraph.graph.kinds import entity_kinds
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is; `documents` counts retired ones too."""

    documents: int
    claims: int
    entities: int
    facts: int
    alliances: int


def count_all(store: Store) -> Counts:
    """The size of the graph; costs the same however large it is."""
    return Counts(**store.read(statement("counts"))[0])


def entities_in(store: Store, values: Iterable[Any], *, limit: int = 1000) -> tuple[str, ...]:
    """The ids of entities among the values, also inside lists and dictionaries, in the order they are met.

    At most `limit` texts that look like an id are looked up.
    """
    prefixes = tuple(f"{kind.prefix}-" for kind in entity_kinds().values())
    found = islice((text for text in dict.fromkeys(_texts(values)) if text.startswith(prefixes)), limit)
    ids = list(found)
    existing = {row["id"] for row in store.read(statement("existing_entities"), {"ids": ids})} if ids else set()
    return tuple(identifier for identifier in ids if identifier in existing)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        for item in value:
            yield from _texts(item)
