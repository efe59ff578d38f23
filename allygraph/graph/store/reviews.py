"""The ledger of review: what was decided on a claim, by whom and why, and claims that stand in the place of others.

An edit writes a new claim and retires the one it came from, which keeps everything it said. `edit_of` on the new one is
the id of the claim that the engine found, however many edits lie between; `replaced_by` on a retired one names what
stands in its place. The latest decision on a claim is also noted on the claim itself, as questions and pages read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Literal

from allygraph.graph.errors import UnknownName
from allygraph.graph.model import Review
from allygraph.graph.store.connection import Row, Transaction
from allygraph.graph.store.entities import touch_entities

DecisionVerdict = Literal["accepted", "rejected", "unreviewed", "edited", "noted"]
LEDGER = "`allygraph query decisions` lists them."


@dataclass(frozen=True, slots=True)
class ReviewState:
    """What a claim itself says of its review."""

    review: Review = "unreviewed"
    reviewed_by: str | None = None
    reviewed_at: str | None = None
    review_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decided on a claim. `edited` puts the claim `edit` in its place, `noted` only adds the reason.

    `review` to `review_reason` are the state of the claim before; `undone_at` ends the decision.
    """

    id: str
    claim: str
    verdict: DecisionVerdict
    author: str
    reason: str
    date: str
    edit: str | None = None
    review: Review = "unreviewed"
    reviewed_by: str | None = None
    reviewed_at: str | None = None
    review_reason: str | None = None
    undone_at: str | None = None

    @property
    def before(self) -> ReviewState:
        """The state of the claim before the decision."""
        return ReviewState(self.review, self.reviewed_by, self.reviewed_at, self.review_reason)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """Where the text names an end (`subject` or `object`) of an edited claim that the engine had not found.

    `offset` counts characters from the start of the passage.
    """

    end: str
    passage: str
    text: str
    offset: int


_FIELDS = tuple(field.name for field in fields(Decision))
_STATE = tuple(field.name for field in fields(ReviewState))


def review_state(transaction: Transaction, claim: str) -> ReviewState:
    """The review of a live claim, which no other transaction can change from here on; raises UnknownName."""
    # Writing locks the claim. Whoever held it before may have retired it, so it is looked at again.
    rows = transaction.run(
        """MATCH (claim:Claim {id: $id}) SET claim.deciding = true REMOVE claim.deciding
        WITH claim WHERE NOT claim:RetiredClaim RETURN claim {.*} AS claim""",
        {"id": claim},
    )
    if not rows:
        raise UnknownName("live claim", claim, remedy="`allygraph review --format table` lists claims.")
    values = {name: rows[0]["claim"].get(name) for name in _STATE}
    return ReviewState(**{**values, "review": values["review"] or "unreviewed"})


def is_retired(transaction: Transaction, claim: str) -> bool:
    """Whether there was such a claim: it has been edited, corrected or withdrawn."""
    return bool(transaction.run("MATCH (claim:RetiredClaim {id: $id}) RETURN claim.id AS id", {"id": claim}))


def note_review(transaction: Transaction, claim: str, state: ReviewState) -> None:
    """Notes the review on a claim, live or retired."""
    for label in ("Claim", "RetiredClaim"):
        transaction.run(f"MATCH (claim:{label} {{id: $id}}) SET claim += $state", {"id": claim, "state": asdict(state)})


def write_decision(transaction: Transaction, decision: Decision) -> None:
    """Writes a decision and ties it to the claim it judges."""
    transaction.run(
        """MERGE (decision:Decision {id: $id}) SET decision += $properties
        WITH decision MATCH (claim:Claim|RetiredClaim) WHERE claim.id = decision.claim
        MERGE (decision)-[:DECIDES]->(claim)""",
        {"id": decision.id, "properties": asdict(decision)},
    )


def decision_in_force(transaction: Transaction, identifier: str) -> Decision:
    """The decision with this id; raises UnknownName where there is none in force."""
    rows = transaction.run(
        """MATCH (decision:Decision {id: $id}) WHERE decision.undone_at IS NULL
        RETURN decision {.*} AS decision""",
        {"id": identifier},
    )
    if not rows:
        raise UnknownName("decision in force", identifier, remedy=LEDGER)
    return _decision(rows[0])


def latest_decision(transaction: Transaction, author: str) -> Decision | None:
    """The latest decision in force of this author."""
    rows = transaction.run(
        """MATCH (decision:Decision) WHERE decision.author = $author AND decision.undone_at IS NULL
        RETURN decision {.*} AS decision ORDER BY decision.date DESC, decision.id LIMIT 1""",
        {"author": author},
    )
    return _decision(rows[0]) if rows else None


def decision_upon(transaction: Transaction, decision: Decision) -> Decision | None:
    """A decision in force that came after this one, on its claim or on the claim that it put in place."""
    rows = transaction.run(
        """MATCH (decision:Decision) WHERE decision.claim IN $claims AND decision.undone_at IS NULL
          AND decision.id <> $id AND (decision.date > $date OR decision.claim <> $claim)
        RETURN decision {.*} AS decision ORDER BY decision.date DESC, decision.id LIMIT 1""",
        {
            "claims": [claim for claim in (decision.claim, decision.edit) if claim],
            "claim": decision.claim,
            "id": decision.id,
            "date": decision.date,
        },
    )
    return _decision(rows[0]) if rows else None


def end_decision(transaction: Transaction, identifier: str, at: str) -> None:
    """Marks a decision as undone."""
    transaction.run("MATCH (decision:Decision {id: $id}) SET decision.undone_at = $at", {"id": identifier, "at": at})


def note_edit(transaction: Transaction, claim: str, edit: str, places: Iterable[NamedPlace]) -> None:
    """Ties an edited claim to the retired one that it replaces, and to the passages that name its new ends.

    The edit takes over the digest, so that the next load compares the engine's claim with what the engine said before.
    """
    transaction.run(
        """MATCH (claim:RetiredClaim {id: $claim})
        MATCH (edit:Claim {id: $edit})
        SET edit.edit_of = coalesce(claim.edit_of, claim.id), edit.digest = claim.digest, claim.replaced_by = $edit
        MERGE (edit)-[:SUPERSEDES]->(claim)
        WITH claim, edit
        MATCH (claim)-[named:NAMED_IN]->(passage:Passage)
        WHERE edit[named.end + '_key'] IN [claim.subject_key, claim.object_key]
        CREATE (edit)-[again:NAMED_IN]->(passage)
        SET again = properties(named),
            again.end = CASE WHEN edit.subject_key = claim[named.end + '_key'] THEN 'subject' ELSE 'object' END""",
        {"claim": claim, "edit": edit},
    )
    transaction.run(
        """UNWIND $rows AS row
        MATCH (edit:Claim {id: $edit})
        MATCH (passage:Passage {id: row.passage})
        MERGE (edit)-[named:NAMED_IN {end: row.end}]->(passage) SET named.text = row.text, named.offset = row.offset""",
        {"edit": edit, "rows": [asdict(place) for place in places]},
    )


def end_edit(transaction: Transaction, claim: str, edit: str) -> list[str]:
    """Lets a retired claim stand for itself again in the place of its retired edit.

    Gives the entities that only the edit had found in the text; their mentions go with it.
    """
    transaction.run(
        """MATCH (claim:RetiredClaim {id: $claim})
        MATCH (edit:RetiredClaim {id: $edit}) SET edit.replaced_by = $claim REMOVE claim.replaced_by""",
        {"claim": claim, "edit": edit},
    )
    rows = transaction.run(
        """MATCH (edit:RetiredClaim {id: $edit})-[named:NAMED_IN]->(passage:Passage)
        WHERE NOT EXISTS { MATCH (other:Claim)-[:NAMED_IN {text: named.text, offset: named.offset}]->(passage) }
        MATCH (passage)-[mention:MENTIONS {key: edit[named.end + '_key'], by: 'review'}]->(entity:Entity)
        DELETE mention RETURN DISTINCT entity.id AS id""",
        {"edit": edit},
    )
    return [row["id"] for row in rows]


def restore_names(transaction: Transaction, series: Iterable[str]) -> list[str]:
    """Writes again where texts name the new ends of edited claims; a load knows nothing of them. Gives the entities."""
    rows = transaction.run(
        """MATCH (claim:Claim) WHERE claim.document IN $series AND claim.edit_of IS NOT NULL
        MATCH (claim)-[named:NAMED_IN]->(passage:Passage)-[part:PART_OF]->(document:Document)
        WHERE document.retired_at IS NULL
        MATCH (claim)-[end:SUBJECT|OBJECT]->(entity:Entity|RetiredEntity)
        WHERE type(end) = toUpper(named.end)
        RETURN DISTINCT passage.id AS passage, entity.id AS entity, claim[named.end + '_key'] AS key,
               named.text AS text, part.start + named.offset AS start""",
        {"series": list(series)},
    )
    entities = sorted({row["entity"] for row in rows})
    touch_entities(transaction, entities)
    transaction.run(
        """UNWIND $rows AS row
        MATCH (passage:Passage {id: row.passage})
        WHERE NOT EXISTS { MATCH (passage)-[:MENTIONS {start: row.start, key: row.key}]->(:Entity) }
        MATCH (entity:Entity {id: row.entity})
        CREATE (passage)-[:MENTIONS {key: row.key, text: row.text, start: row.start,
                                     end: row.start + size(row.text), by: 'review'}]->(entity)""",
        {"rows": rows},
    )
    return entities


def _decision(row: Row) -> Decision:
    return Decision(**{name: row["decision"].get(name) for name in _FIELDS})
