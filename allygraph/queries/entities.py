"""From what people write to entities: an id, a name, an alias, an acronym, or a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import AmbiguousName, UnknownName
from allygraph.graph.kinds import entity_kinds
from allygraph.graph.names import acronym_key, name_keys, normal_name
from allygraph.queries.records import Node
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

_CANDIDATES = 25
_SHOWN = 5
_WORD = re.compile(r"\w+")
Row = Mapping[str, Any]


def resolve_entities(store: Store, texts: Iterable[str]) -> tuple[str, ...]:
    """The ids that the texts stand for, in their order; see `resolve_entity`."""
    return tuple(resolve_entity(store, text) for text in texts)


def resolve_entity(store: Store, text: str, *, prefer: str | None = None) -> str:
    """The id that a text stands for.

    Tried in turn: an id, an id that has been merged away, the normal form of a name or alias, its form in Latin
    letters, an acronym, all the words of a longer name. `prefer` is the kind that decides between several. Raises
    AmbiguousName when several are left, UnknownName with the nearest names when none is.
    """
    named = store.read(statement("entity_by_name"), {"text": text, "keys": _keys(text)})
    if named:
        return _only(text, [row for row in named if row["rank"] == named[0]["rank"]], prefer)
    alike = _alike(store, text, _CANDIDATES)
    containing = [row for row in alike if _contains(row, text)]
    if containing:
        return _only(text, containing, prefer)
    raise UnknownName("entity", text, tuple(dict.fromkeys(row["name"] for row in alike))[:_SHOWN])


def search_entities(
    store: Store, text: str, *, kind: str | None = None, place: str | None = None, limit: int = 10, offset: int = 0
) -> tuple[Node, ...]:
    """Entities whose names are like the text, best first: for search as you type, misspellings forgiven.

    Only those of a kind, and those that a fact says are based in a place (id), where these are given.
    """
    query = _lucene(text)
    if not query:
        return ()
    values = {"text": query, "kind": kind, "place": place, "limit": limit, "offset": offset}
    rows = store.read(statement("entity_search"), values)
    return tuple(Node(**{**row, "aliases": tuple(row["aliases"])}) for row in rows)


def _keys(text: str) -> list[dict[str, Any]]:
    """What a `Name` may have as key where this text is one, the more certain with the lower rank."""
    ranked = {
        text: 1,  # an id that was merged into another
        **{key: rank for kind in entity_kinds() for rank, key in enumerate(name_keys(text, kind), start=2)},
        acronym_key(text): 4,
    }
    return [{"key": key, "rank": rank} for key, rank in ranked.items()]


def _only(text: str, rows: Sequence[Row], prefer: str | None) -> str:
    preferred = [row for row in rows if row["kind"] == prefer] or list(rows)
    # A main name is meant before an alias of another entity.
    preferred = [row for row in preferred if _normal(row["name"], row) == _normal(text, row)] or preferred
    if len(preferred) > 1:
        raise AmbiguousName(text, tuple((row["id"], f"{row['name']}, {row['kind']}") for row in preferred))
    return str(preferred[0]["id"])


def _normal(name: str, row: Row) -> str:
    return normal_name(name, row["kind"])


def _alike(store: Store, text: str, limit: int) -> list[dict[str, Any]]:
    query = _lucene(text)
    return store.read(statement("entity_by_text"), {"text": query, "limit": limit}) if query else []


def _lucene(text: str) -> str:
    """A query of the full-text index for names like the text; empty where the text has no word."""
    words = [word.lower() for word in _WORD.findall(text)]
    # The whole phrase counts most, then whole words, beginnings, and words that differ in a letter or two.
    parts = [f'"{" ".join(words)}"^8', *(f"{word}^4 OR {word}*^2 OR {word}~" for word in words)]
    return " OR ".join(parts) if words else ""


def _contains(row: Row, text: str) -> bool:
    words = set(_normal(text, row).split())
    return any(words <= set(_normal(name, row).split()) for name in (row["name"], *row["aliases"]))
