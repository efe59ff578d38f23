"""What entities hold: names, claims, facts and alliances, read inside a transaction to compare before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.store.connection import Row, Transaction


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact between two entities, with the ids of its claims."""

    id: str
    predicate: str
    source: str
    source_name: str
    target: str
    target_name: str
    role: str | None
    claims: tuple[str, ...]

    @property
    def ends(self) -> frozenset[str]:
        """The ids of both ends."""
        return frozenset((self.source, self.target))


@dataclass(frozen=True, slots=True)
class HeldAlliance:
    """An alliance, with the ids of its claims."""

    id: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """A live entity with the ids of its live claims, its facts and the alliances it is party to; all sorted by id."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    claims: tuple[str, ...]
    facts: tuple[HeldFact, ...]
    alliances: tuple[HeldAlliance, ...]


def holdings_of(transaction: Transaction, entities: Iterable[str]) -> dict[str, Holding]:
    """What these entities (ids) hold, by id; those that are not there are missing."""
    rows = transaction.run(
        f"""UNWIND $ids AS id
        MATCH (entity:Entity {{id: id}}) WHERE entity.name IS NOT NULL
        RETURN id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases,
          COLLECT {{
            MATCH (entity)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim) RETURN DISTINCT claim.id ORDER BY claim.id
          }} AS claims,
          COLLECT {{
            MATCH (entity)-[fact:{"|".join(relation_kinds())}]-(:Entity)
            WITH DISTINCT fact, startNode(fact) AS source, endNode(fact) AS target
            RETURN {{id: fact.id, predicate: type(fact), source: source.id, source_name: source.name,
                     target: target.id, target_name: target.name, role: fact.role, claims: fact.claim_ids}}
            ORDER BY fact.id
          }} AS facts,
          COLLECT {{
            MATCH (entity)-[:PARTY_TO]->(alliance:Alliance)
            WITH DISTINCT alliance RETURN [alliance.id, alliance.claim_ids] ORDER BY alliance.id
          }} AS alliances""",
        {"ids": sorted(set(entities))},
    )
    return {row["id"]: _holding(row) for row in rows}


def _holding(row: Row) -> Holding:
    facts: Sequence[Row] = row["facts"]
    return Holding(
        row["id"],
        row["name"],
        row["kind"],
        tuple(row["aliases"]),
        tuple(row["claims"]),
        tuple(HeldFact(**{**fact, "claims": tuple(fact["claims"] or ())}) for fact in facts),
        tuple(HeldAlliance(identifier, tuple(claims or ())) for identifier, claims in row["alliances"]),
    )
