"""From what people write to entities: an id, a name, an alias, an acronym, or a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from allygraph.graph.errors import AmbiguousName, UnknownName
from allygraph.graph.kinds import entity_kinds
from allygraph.graph.names import normal_name
from allygraph.graph.store import Store
from allygraph.queries.records import Node
from allygraph.queries.statements import statement

_CANDIDATES = 25
_SHOWN = 5
_WORD = re.compile(r"\w+")
Row = Mapping[str, Any]


def resolve_entities(store: Store, texts: Iterable[str]) -> tuple[str, ...]:
    """The ids that the texts stand for, in their order; see `resolve_entity`."""
    return tuple(resolve_entity(store, text) for text in texts)


def resolve_entity(store: Store, text: str, *, prefer: str | None = None) -> str:
    """The id that a text stands for.

    Tried in turn: an id (also one that has been merged away), the normal form of a name or alias, an acronym, all the
    words of a longer name. `prefer` is the kind that decides between several. Raises AmbiguousName when several are left,
    UnknownName with the nearest names when none is.
    """
    keys = sorted({normal_name(text, kind) for kind in entity_kinds()} | {text.strip().upper()})
    named = store.read(statement("entity_by_name"), {"keys": keys})
    by_id = store.read(statement("entity_by_id"), {"text": text})
    tries: tuple[Sequence[Row], ...] = (
        [row for row in by_id if row["rank"] == 0],
        [row for row in named if not row["acronym"]],
        [row for row in named if row["acronym"]],
        by_id,
    )
    for rows in tries:
        if rows:
            return _only(text, rows, prefer)
    alike = _alike(store, text, _CANDIDATES)
    containing = [row for row in alike if _contains(row, text)]
    if containing:
        return _only(text, containing, prefer)
    raise UnknownName("entity", text, tuple(dict.fromkeys(row["name"] for row in alike))[:_SHOWN])


def search_entities(store: Store, text: str, *, limit: int = 10) -> tuple[Node, ...]:
    """Entities whose names are like the text, best first: for search as you type, misspellings forgiven."""
    return tuple(Node(**{**row, "aliases": tuple(row["aliases"])}) for row in _alike(store, text, limit))


def _only(text: str, rows: Sequence[Row], prefer: str | None) -> str:
    preferred = [row for row in rows if row["kind"] == prefer] or rows
    if len(preferred) > 1:
        raise AmbiguousName(text, tuple((row["id"], f"{row['name']}, {row['kind']}") for row in preferred))
    return str(preferred[0]["id"])


def _alike(store: Store, text: str, limit: int) -> list[dict[str, Any]]:
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return []
    # The whole phrase counts most, then whole words, beginnings, and words that differ in a letter or two.
    query = " OR ".join([f'"{" ".join(words)}"^8', *(f"{word}^4 OR {word}*^2 OR {word}~" for word in words)])
    return store.read(statement("entity_by_text"), {"text": query, "limit": limit})


def _contains(row: Row, text: str) -> bool:
    words = set(normal_name(text, row["kind"]).split())
    return any(words <= set(normal_name(name, row["kind"]).split()) for name in (row["name"], *row["aliases"]))
