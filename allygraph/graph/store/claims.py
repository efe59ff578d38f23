"""Claims in the store: what a series of documents said, writing, moving and retiring claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from allygraph.graph.ids import content_digest
from allygraph.graph.model import Claim
from allygraph.graph.store.connection import Transaction
from allygraph.graph.store.statements import statement

#: What may differ between two versions of a document without the claim being another one.
_PLACE = ("id", "document", "passage", "start", "end", "review")
_RENAMED = {"subject": "subject_key", "object": "object_key", "counterpart": "counterpart_key"}


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """What is compared to tell whether a claim changed; `start` and `end` tell whether it only moved."""

    id: str
    digest: str
    start: int
    end: int


def claim_digest(claim: Claim, published: str | None) -> str:
    """Differs when anything a reader sees of the claim does, its place apart."""
    values = {name: value for name, value in asdict(claim).items() if name not in _PLACE}
    return content_digest(published, sorted(values.items(), key=lambda item: item[0]))


def stored_claims(transaction: Transaction, series: Iterable[str]) -> dict[str, StoredClaim]:
    """The live claims of these documents, by id; one that an analyst edited under the id that the engine gave it."""
    rows = transaction.run(
        """MATCH (claim:Claim) WHERE claim.document IN $series
        RETURN coalesce(claim.edit_of, claim.id) AS id, coalesce(claim.digest, '') AS digest,
               claim.start AS start, claim.end AS end""",
        {"series": list(series)},
    )
    return {row["id"]: StoredClaim(**row) for row in rows}


def revive_claims(transaction: Transaction, ids: Iterable[str], at: str) -> None:
    """Makes retired claims live again, edited ones as edited; when they were known before stays in `known_before`."""
    transaction.run(
        """MATCH (claim:RetiredClaim)
        WHERE (claim.id IN $ids OR claim.edit_of IN $ids) AND claim.replaced_by IS NULL
        SET claim:Claim,
            claim.known_before = coalesce(claim.known_before, []) + (claim.loaded_at + '/' + claim.retired_at),
            claim.loaded_at = $at
        REMOVE claim:RetiredClaim, claim.retired_at, claim.retired_because""",
        {"ids": list(ids), "at": at},
    )


def write_claims(
    transaction: Transaction, claims: Sequence[tuple[Claim, str | None]], resolved: Mapping[str, str], at: str
) -> None:
    """Writes claims, each with the date its document was published; `resolved` leads from key to entity.

    What an analyst edited stays as it is; that the engine says something else by now is noted by its digest.
    """
    edits = _edits(transaction, [claim.id for claim, _ in claims])
    digests = [{"id": edits[one.id], "digest": claim_digest(one, day)} for one, day in claims if one.id in edits]
    transaction.run(
        "UNWIND $rows AS row MATCH (claim:Claim {id: row.id}) SET claim.digest = row.digest", {"rows": digests}
    )
    rows = [_claim_row(claim, published, resolved) for claim, published in claims if claim.id not in edits]
    # A correction can give a claim other ends ("the company" is another one now).
    transaction.run(
        "MATCH (claim:Claim)-[end:SUBJECT|OBJECT|COUNTERPART]->() WHERE claim.id IN $ids DELETE end",
        {"ids": [row["id"] for row in rows]},
    )
    transaction.run(statement("claims"), {"rows": rows, "at": at})


def _edits(transaction: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """The live claim that an analyst put in the place of each of these, where there is one."""
    rows = transaction.run(
        "MATCH (claim:Claim) WHERE claim.edit_of IN $ids RETURN claim.edit_of AS id, claim.id AS edit",
        {"ids": list(ids)},
    )
    return {row["id"]: row["edit"] for row in rows}


def _claim_row(claim: Claim, published: str | None, resolved: Mapping[str, str]) -> dict[str, object]:
    properties = {_RENAMED.get(name, name): value for name, value in asdict(claim).items() if name != "review"}
    properties |= {"published": published, "digest": claim_digest(claim, published)}
    return {
        "id": claim.id,
        "passage": claim.passage,
        "properties": properties,
        "subject": resolved[claim.subject],
        "object": resolved[claim.object],
        "counterpart": resolved[claim.counterpart] if claim.counterpart else None,
    }


def move_claims(transaction: Transaction, claims: Iterable[Claim]) -> None:
    """Notes the new places of claims whose words moved inside their document."""
    moved = list(claims)
    edits = _edits(transaction, [claim.id for claim in moved])
    rows = [
        {"id": edits.get(one.id, one.id), "passage": one.passage, "start": one.start, "end": one.end} for one in moved
    ]
    transaction.run(statement("claim_places"), {"rows": rows})


def retire_claims(transaction: Transaction, ids: Iterable[str], because: str, at: str) -> None:
    """Takes claims, or their edits, out of the facts; they stay as RetiredClaim: an earlier state still answers."""
    transaction.run(
        """MATCH (claim:Claim) WHERE claim.id IN $ids OR claim.edit_of IN $ids
        SET claim:RetiredClaim, claim.retired_at = $at, claim.retired_because = $because
        REMOVE claim:Claim
        WITH claim
        OPTIONAL MATCH (claim)-[about:ABOUT]->()
        OPTIONAL MATCH (claim)-[object:OBJECT]->(:Alliance)
        DELETE about, object""",
        {"ids": list(ids), "at": at, "because": because},
    )
