"""Facts and alliances in the store: brought up to date with the claims that changed, or rebuilt from all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from allygraph.graph.ids import content_digest
from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Alliance, Fact
from allygraph.graph.projection import ClaimView, Projection, affected, project
from allygraph.graph.store.connection import Row, Transaction
from allygraph.graph.store.statements import statement
from allygraph.graph.store.views import claim_views, claim_views_in_scope


@dataclass(frozen=True, slots=True)
class Changes:
    """How many facts between entities were written anew, written differently (or removed), or left alone."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


def update_facts(transaction: Transaction, before: Iterable[ClaimView], changed: Iterable[str]) -> Changes:
    """Brings facts and alliances up to date.

    `before` holds the changed claims as they were, `changed` the ids of all claims that came, went or moved. Everything
    happens in the transaction of the change itself, so no crash can leave facts behind their claims.
    """
    ids = set(changed) | {view.claim.id for view in before}
    stored = _stored(transaction, ids)
    named = claim_views(transaction, {claim for row in stored.values() for claim in row["claim_ids"]} | ids)
    scope = affected([*before, *named], lambda keys: claim_views_in_scope(transaction, keys))
    return _replace(transaction, ids | {view.claim.id for view in scope}, project(scope))


def rebuild_facts(transaction: Transaction) -> Changes:
    """Projects all live claims; afterwards the graph holds what a first load of everything would have given."""
    rows = transaction.run("MATCH (claim:Claim) RETURN claim.id AS id")
    views = claim_views(transaction, [row["id"] for row in rows])
    stale = transaction.run("MATCH (claim:RetiredClaim) WHERE claim.fact_ids IS NOT NULL RETURN claim.id AS id")
    ids = {view.claim.id for view in views} | {row["id"] for row in stale}
    _drop_unbacked(transaction)
    return _replace(transaction, ids, project(views))


def _drop_unbacked(transaction: Transaction) -> None:
    """Removes facts and alliances that no claim names, as only a damaged graph has."""
    transaction.run(
        f"""MATCH (:Entity)-[fact:{"|".join(relation_kinds())}]->()
        WHERE NOT EXISTS {{ MATCH (claim:Claim) WHERE claim.id IN fact.claim_ids AND fact.id IN claim.fact_ids }}
        DELETE fact"""
    )
    transaction.run(
        """MATCH (alliance:Alliance) WHERE NOT (alliance)<-[:ABOUT]-(:Claim)
        OPTIONAL MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent) DETACH DELETE event, alliance"""
    )


def _stored(transaction: Transaction, claims: Iterable[str]) -> dict[str, Row]:
    """The stored facts and alliances that name these claims, by id: type, digest, claim ids."""
    held = transaction.run(
        """UNWIND $ids AS id
        OPTIONAL MATCH (live:Claim {id: id})
        OPTIONAL MATCH (retired:RetiredClaim {id: id})
        WITH coalesce(live, retired) AS claim WHERE claim.fact_ids IS NOT NULL
        UNWIND claim.fact_ids AS fact
        RETURN DISTINCT fact AS id, claim.predicate AS predicate""",
        {"ids": list(claims)},
    )
    by_predicate = defaultdict(list)
    for row in held:
        by_predicate["Alliance" if row["id"].startswith("all-") else row["predicate"]].append(row["id"])
    found: dict[str, Row] = {}
    for predicate, ids in by_predicate.items():
        found.update((row["id"], row) for row in transaction.run(_stored_query(predicate), {"ids": ids}))
    return found


def _stored_query(predicate: str) -> str:
    alliance = predicate == "Alliance"
    pattern = "(item:Alliance)" if alliance else f"()-[item:{predicate}]->(object)"
    return f"""MATCH {pattern} WHERE item.id IN $ids
    RETURN item.id AS id, '{predicate}' AS predicate, item.digest AS digest, item.claim_ids AS claim_ids,
           {"false" if alliance else "NOT object:Alliance"} AS between"""


def _replace(transaction: Transaction, claims: Iterable[str], wanted: Projection) -> Changes:
    """Makes the stored facts and alliances that name these claims those of the projection; writes differences only."""
    claim_ids = sorted(claims)
    stored = _stored(transaction, claim_ids)
    items = {item.id: item for item in _items(wanted)}
    digests = {identifier: content_digest(item) for identifier, item in items.items()}
    differing = {identifier for identifier, digest in digests.items() if _digest(stored, identifier) != digest}
    _drop(transaction, [row for identifier, row in stored.items() if identifier not in items])
    _write_alliances(transaction, [item for item in wanted.alliances if item.id in differing], digests)
    _write_facts(transaction, [item for item in wanted.facts if item.id in differing], digests)
    _note_facts(transaction, claim_ids, wanted)
    return _counted(stored, items, differing)


def _counted(stored: Mapping[str, Row], items: Mapping[str, Fact | Alliance], differing: Collection[str]) -> Changes:
    """Alliances, and who halted them, repeat what facts between entities say: they are not counted again."""
    facts = {one.id for one in items.values() if isinstance(one, Fact) and one.object != one.alliance}
    created = sum(identifier not in stored for identifier in facts.intersection(differing))
    changed = sum(identifier in stored for identifier in facts.intersection(differing))
    gone = sum(row["predicate"] != "Alliance" and row["between"] for name, row in stored.items() if name not in items)
    return Changes(created, changed + gone, len(facts) - created - changed)


def _items(projection: Projection) -> list[Fact | Alliance]:
    return [*projection.alliances, *projection.facts]


def _digest(stored: dict[str, Row], identifier: str) -> str | None:
    return stored[identifier]["digest"] if identifier in stored else None


def _drop(transaction: Transaction, rows: Sequence[Row]) -> None:
    for predicate in sorted({row["predicate"] for row in rows} - {"Alliance"}):
        ids = [row["id"] for row in rows if row["predicate"] == predicate]
        transaction.run(f"MATCH ()-[fact:{predicate}]->() WHERE fact.id IN $ids DELETE fact", {"ids": ids})
    _empty_alliances(transaction, [row["id"] for row in rows if row["predicate"] == "Alliance"])
    ids = [row["id"] for row in rows if row["predicate"] == "Alliance"]
    transaction.run("MATCH (alliance:Alliance) WHERE alliance.id IN $ids DETACH DELETE alliance", {"ids": ids})


def _empty_alliances(transaction: Transaction, ids: Sequence[str]) -> None:
    transaction.run(
        """MATCH (alliance:Alliance) WHERE alliance.id IN $ids
        OPTIONAL MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent) DETACH DELETE event""",
        {"ids": ids},
    )
    transaction.run(
        """MATCH (alliance:Alliance) WHERE alliance.id IN $ids
        MATCH (alliance)-[tie:PARTY_TO|CREATES|ABOUT|OBJECT]-() DELETE tie""",
        {"ids": ids},
    )


def _write_alliances(transaction: Transaction, alliances: Sequence[Alliance], digests: dict[str, str]) -> None:
    _empty_alliances(transaction, [alliance.id for alliance in alliances])
    rows: list[dict[str, object]] = []
    events: list[dict[str, object]] = []
    for alliance in alliances:
        values = asdict(alliance)
        parties, steps = values.pop("parties"), values.pop("events")
        creates, claims = list(values.pop("creates")), list(values.pop("claims"))
        rows.append(
            {
                "id": alliance.id,
                "properties": {**values, "claim_ids": claims, "digest": digests[alliance.id]},
                "parties": [{"entity": party.pop("entity"), "properties": party} for party in parties],
                "creates": creates,
                "claims": claims,
            }
        )
        for step in steps:
            properties = {name: step[name] for name in ("id", "status", "date")}
            ties = {"alliance": alliance.id, "claims": list(step["claims"]), "by": list(step["by"])}
            events.append({"id": step["id"], "properties": properties, **ties})
    transaction.run(statement("alliances"), {"rows": rows})
    transaction.run(statement("status_events"), {"rows": events})


def _write_facts(transaction: Transaction, facts: Sequence[Fact], digests: dict[str, str]) -> None:
    rows: dict[str, list[dict[str, object]]] = {"entity_facts": [], "alliance_facts": []}
    for fact in facts:
        values = asdict(fact)
        predicate, subject, target = values.pop("predicate"), values.pop("subject"), values.pop("object")
        claims = list(values.pop("claims"))
        properties = {**values, "claims": len(claims), "claim_ids": claims, "digest": digests[fact.id]}
        ends = {"id": fact.id, "predicate": predicate, "subject": subject, "object": target}
        rows["alliance_facts" if target == fact.alliance else "entity_facts"].append({**ends, "properties": properties})
    for name in rows:
        transaction.run(statement(name), {"rows": rows[name]})


def _note_facts(transaction: Transaction, claims: Sequence[str], wanted: Projection) -> None:
    """Notes on each claim what it supports, so that a change of it finds what to bring up to date."""
    supports: dict[str, list[str]] = {claim: [] for claim in claims}
    for item in _items(wanted):
        for claim in item.claims:
            supports.setdefault(claim, []).append(item.id)
    rows = [{"id": claim, "facts": sorted(facts) or None} for claim, facts in supports.items()]
    transaction.run(
        "UNWIND $rows AS row MATCH (claim:Claim {id: row.id}) SET claim.fact_ids = row.facts", {"rows": rows}
    )
    transaction.run(
        "UNWIND $rows AS row MATCH (claim:RetiredClaim {id: row.id}) SET claim.fact_ids = null", {"rows": rows}
    )
