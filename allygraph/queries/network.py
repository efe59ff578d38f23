"""A part of the graph, or all of it, as records: a few statements however large it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.alliances import alliance_records, alliance_rows, claims_of
from allygraph.queries.dates import partial_date
from allygraph.queries.evidence import read_claims, strongest_first
from allygraph.queries.records import Edge, Evidence, Network, Node
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

_EDGE_FIELDS = frozenset(field.name for field in fields(Edge))
_COUNTS = ("sources", "origins")
#: Into how many batches the best connected entities are cut: more keep hubs nearer to their neighbours, and ask more.
_BATCHES = 20
Row = dict[str, Any]


def read_network(
    store: Store,
    entities: Sequence[str] = (),
    *,
    depth: int = 1,
    as_of: str | None = None,
    relations: Iterable[str] | None = None,
    limit: int = 1000,
) -> Network:
    """The whole graph, or what lies within `depth` facts of the entities (ids), at most `limit` nodes.

    `as_of` (a day, a month or a year) keeps the facts and alliances in force then, `relations` facts of these kinds.
    Beyond the limit, the entities asked for, the nearest and the best connected stay; `left_out` counts the others that
    were seen. Edges carry their evidence, with the denials where there is conflict. Alliances are those of the entities
    asked for and those with two parties in the network. Raises UnknownName for an id or a relation that is not there.
    """
    part = select(store, entities, depth=depth, as_of=as_of, relations=relations, limit=limit)
    denials = _denials(store, part.edges)
    claims = {claim for row in part.edges for claim in row["fact"].get("claim_ids") or ()}
    evidence, documents = read_claims(store, claims.union(claims_of(part.alliances), *denials.values()))
    return Network(
        nodes=part.nodes,
        edges=tuple(_edge(row, evidence, denials.get(row["fact"]["id"], ())) for row in part.edges),
        alliances=alliance_records(part.alliances, evidence),
        scope=part.scope,
        left_out=part.left_out,
        as_of=part.as_of,
        documents=tuple(documents[key] for key in sorted(documents)),
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """What belongs to a part of the graph: nodes, and the rows of its facts and alliances, without their evidence."""

    nodes: tuple[Node, ...]
    edges: list[Row]
    alliances: list[Row]
    scope: str
    left_out: int
    as_of: str | None


def select(
    store: Store,
    entities: Sequence[str] = (),
    *,
    depth: int = 1,
    as_of: str | None = None,
    relations: Iterable[str] | None = None,
    limit: int = 1000,
) -> Selection:
    """The part of the graph that `read_network` gives, before any claim is read; the same arguments and errors."""
    if depth < 0 or limit < 1:
        raise ValueError(f"depth must be 0 or more and limit 1 or more, not {depth} and {limit}.")
    filters: Row = {"relations": checked_relations(relations), "on": partial_date(as_of) if as_of else None}
    asked = tuple(dict.fromkeys(entities))
    if asked:
        ids, left_out = _around(store, asked, depth, limit, filters)
    else:
        ids, left_out = _whole(store, limit, filters)
    nodes = read_nodes(store, ids)
    missing = set(asked).difference(node.id for node in nodes)
    if missing:
        raise UnknownName("entity", min(missing))
    return Selection(
        nodes=nodes,
        edges=store.read(statement("edges"), {"ids": ids, **filters}),
        alliances=_alliance_rows(store, asked, ids, filters),
        scope=_scope([node.name for node in nodes if node.id in set(asked)], depth, filters),
        left_out=left_out,
        as_of=filters["on"],
    )


def checked_relations(relations: Iterable[str] | None) -> list[str] | None:
    """The names, sorted; raises UnknownName for one that is no relation."""
    if relations is None:
        return None
    names = sorted(set(relations))
    for name in names:
        if name not in relation_kinds():
            raise UnknownName("relation", name, tuple(get_close_matches(name.upper(), relation_kinds(), cutoff=0.4)))
    return names


def _whole(store: Store, limit: int, filters: Row) -> tuple[list[str], int]:
    row = store.read(statement("whole"), {"limit": limit, **filters})[0]
    ids = row["ids"] if row["found"] <= limit else _together(store, row["ids"], limit, filters)
    return ids, row["found"] - len(ids)


def _together(store: Store, ranked: Sequence[str], limit: int, filters: Row) -> list[str]:
    """The best connected entities, each batch of them with its neighbours: what is kept hangs together."""
    kept: dict[str, None] = {}
    step = max(1, limit // _BATCHES)
    for start in range(0, len(ranked), step):
        batch = [identifier for identifier in ranked[start : start + step] if identifier not in kept]
        kept.update(dict.fromkeys([*batch, *_neighbours(store, batch, filters, limit)]))
        if len(kept) >= limit:
            break
    return list(kept)[:limit]


def _around(store: Store, asked: Sequence[str], depth: int, limit: int, filters: Row) -> tuple[list[str], int]:
    """Ids in the order of their distance, then of their facts. Only kept nodes are followed, so all hang together."""
    kept = list(asked)
    seen = set(kept)
    left_out = 0
    frontier = kept
    for _ in range(depth):
        found = [identifier for identifier in _neighbours(store, frontier, filters) if identifier not in seen]
        seen.update(found)
        frontier = found[: max(limit - len(kept), 0)]
        left_out += len(found) - len(frontier)
        kept = kept + frontier
    return kept, left_out


def _neighbours(store: Store, ids: Sequence[str], filters: Row, limit: int | None = None) -> list[str]:
    """Who shares a fact with these entities, best connected first."""
    rows = store.read(statement("neighbours"), {"ids": ids, "limit": limit, **filters}) if ids else []
    return rows[0]["ids"] if rows else []


def read_nodes(store: Store, ids: Sequence[str]) -> tuple[Node, ...]:
    """The entities with these ids, sorted by id."""
    rows = store.read(statement("nodes"), {"ids": ids})
    return tuple(Node(**{**row, "aliases": tuple(row["aliases"])}) for row in rows)


def _denials(store: Store, edges: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """The negative claims of each fact in conflict, by fact id."""
    wanted = []
    for row in edges:
        if not row["fact"].get("conflict"):
            continue
        ends = [(row["source"], row["target"])]
        if relation_kinds()[row["predicate"]].symmetric:
            ends.append((row["target"], row["source"]))
        identifier, role = row["fact"]["id"], row["fact"].get("role")
        wanted += [
            {"id": identifier, "source": a, "target": b, "predicate": row["predicate"], "role": role} for a, b in ends
        ]
    found: dict[str, tuple[str, ...]] = {}
    for row in store.read(statement("denials"), {"facts": wanted}) if wanted else []:
        found[row["fact"]] = (*found.get(row["fact"], ()), row["claim"])
    return found


def _alliance_rows(store: Store, asked: Sequence[str], ids: Sequence[str], filters: Row) -> list[Row]:
    kinds = relation_kinds()
    if filters["relations"] is not None and not any(kinds[name].alliance for name in filters["relations"]):
        return []
    return alliance_rows(store, asked, parties=ids, on=filters["on"]) if ids else []


def _edge(row: Row, evidence: Mapping[str, Evidence], denials: Sequence[str]) -> Edge:
    fact = row["fact"]
    values = {name: fact.get(name) for name in _EDGE_FIELDS if name not in ("evidence", "source", "target")}
    claims = dict.fromkeys([*(fact.get("claim_ids") or ()), *denials])
    values |= {name: values[name] or 0 for name in _COUNTS}
    values |= {
        "predicate": row["predicate"],
        "symmetric": relation_kinds()[row["predicate"]].symmetric,
        "confidence": 1.0 if values["confidence"] is None else values["confidence"],
        "conflict": bool(values["conflict"]),
    }
    found = strongest_first(evidence[claim] for claim in claims if claim in evidence)
    return Edge(source=row["source"], target=row["target"], evidence=found, **values)


def _scope(names: Sequence[str], depth: int, filters: Row) -> str:
    words = f"around {', '.join(names)}, depth {depth}" if names else "the whole graph"
    if filters["relations"] is not None:
        words += f", only {', '.join(filters['relations'])}"
    return f"{words}, as of {filters['on']}" if filters["on"] else words
