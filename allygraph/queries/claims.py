"""Claims as a reader checks them: in words, graded, and at their place in the text; a slice at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class ClaimEnd:
    """An end of a claim: the entity that it stands for, and `text`, the name as written."""

    id: str
    name: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with the sentence behind it; the fields are those of `graph.model.Claim`.

    `passage` is the number of the sentence in its document, from 0. `start` and `end` bound the claim's words inside
    `sentence`, which begins at `passage_start` of the document; characters, start included, end excluded. `facts` holds
    the ids of the facts and alliances that it supports.
    """

    id: str
    predicate: str
    subject: ClaimEnd | None
    object: ClaimEnd | None
    counterpart: ClaimEnd | None
    polarity: str
    status: str | None
    date: str | None
    amount: float | None
    currency: str | None
    role: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    likelihood_words: str | None
    reliability: str | None
    credibility: int | None
    rating_words: str | None
    engine: str
    confidence: float
    review: str
    reviewed_by: str | None
    review_reason: str | None
    sentence: str
    start: int
    end: int
    passage: int
    passage_start: int
    document: str
    document_title: str
    published: str | None
    uri: str | None
    source: str | None
    facts: tuple[str, ...]


_ENDS = ("subject", "object", "counterpart")


def evidence_of_fact(store: Store, identifier: str, *, limit: int, offset: int = 0) -> Slice[ClaimRecord]:
    """The claims behind a fact (id) and, where there is conflict, its denials last; raises UnknownName."""
    return _slice(store, "fact", identifier, limit, offset)


def evidence_of_alliance(store: Store, identifier: str, *, limit: int, offset: int = 0) -> Slice[ClaimRecord]:
    """The claims that speak of an alliance (id); raises UnknownName."""
    return _slice(store, "alliance", identifier, limit, offset)


def evidence_of_entity(store: Store, identifier: str, *, limit: int, offset: int = 0) -> Slice[ClaimRecord]:
    """The claims with an entity (id) among their ends, denials last; none for an id that is not there."""
    return _slice(store, "entity", identifier, limit, offset)


def _slice(store: Store, what: str, identifier: str, limit: int, offset: int) -> Slice[ClaimRecord]:
    values = {"id": identifier, "limit": limit, "offset": offset}
    rows = store.read(statement(f"claims_of_{what}"), values)
    # No fact and no alliance is without a claim.
    if what != "entity" and not rows[0]["total"]:
        raise UnknownName(what, identifier)
    return Slice(read_claim_records(store, rows[0]["ids"]), rows[0]["total"])


def read_claim_records(store: Store, ids: Sequence[str]) -> tuple[ClaimRecord, ...]:
    """The live claims with these ids, in their order; a sentence of several versions as the newest has it."""
    rows = store.read(statement("claims_in_text"), {"ids": list(ids)}) if ids else []
    found = {row["id"]: _record(row) for row in rows}
    return tuple(found[identifier] for identifier in ids if identifier in found)


def _record(row: Mapping[str, Any]) -> ClaimRecord:
    values = {name: value for name, value in row.items() if not name.endswith("_text")}
    length, begins = len(row["sentence"]), row["passage_start"] or 0
    start = min(max((row["start"] or 0) - begins, 0), length)
    end = min(max(length if row["end"] is None else row["end"] - begins, start), length)
    values |= {name: _end(row[name], row[f"{name}_text"]) for name in _ENDS}
    values |= {"start": start, "end": end, "passage_start": begins, "passage": row["passage"] or 0}
    values |= {"confidence": 1.0 if row["confidence"] is None else row["confidence"], "facts": tuple(row["facts"])}
    values |= {"review": row["review"] or "unreviewed"}
    return ClaimRecord(**values)


def _end(entity: Mapping[str, str] | None, text: str | None) -> ClaimEnd | None:
    return ClaimEnd(**entity, text=text or entity["name"]) if entity else None
