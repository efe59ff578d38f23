"""What an analyst reviews: the claims in their order, and one claim with all that is needed to judge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.answer import Answer
from allygraph.queries.question import Column
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

_ALL = 2**31 - 1
_COLUMNS = tuple(
    Column(name, kind)
    for name, kind in (
        *(("claim_id", "string"), ("confidence", "number"), ("predicate", "string"), ("subject", "string")),
        *(("object", "string"), ("status", "string or null"), ("sentence", "string"), ("document", "string")),
        *(("published", "date or null"), ("engine", "string"), ("polarity", "string"), ("date", "date or null")),
        *(("role", "string or null"), ("review", "string"), ("reviewed_by", "string or null")),
        ("reason", "string or null"),
    )
)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to review: None asks for all. `entity` is an id, `documents` are series.

    `again` asks for those that were reviewed before in the place of the others.
    """

    relation: str | None = None
    entity: str | None = None
    documents: Sequence[str] | None = None
    engine: str | None = None
    max_confidence: float | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReviewEnd:
    """An end of a claim: the entity, the key by which the document knows it, how the sentence calls it."""

    key: str
    entity: str
    name: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewClaim:
    """A claim with its surroundings.

    `start` and `end` bound the evidence in the sentence, which is number `passage` of the document, from 0; `names`
    holds key, start and end of every name in it. `others` counts the further claims behind the same fact.
    """

    id: str
    predicate: str
    subject: ReviewEnd
    object: ReviewEnd
    counterpart: ReviewEnd | None
    sentence: str
    start: int
    end: int
    names: tuple[tuple[str, int, int], ...]
    before: str
    after: str
    polarity: str
    status: str | None
    date: str | None
    amount: float | None
    currency: str | None
    role: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    likelihood_words: str | None
    engine: str
    confidence: float
    review: str
    reviewed_by: str | None
    review_reason: str | None
    series: str
    document: str
    source: str | None
    published: str | None
    reliability: str | None
    others: int
    document_id: str = ""
    passage: int = 0


@dataclass(frozen=True, slots=True)
class DocumentName:
    """An entity as one document names it: its most used key and all its names there."""

    key: str
    entity: str
    name: str
    kind: str
    texts: tuple[str, ...]


def review_queue(store: Store, wanted: ClaimFilter, limit: int | None = None) -> Answer:
    """The claims to review, the least certain first, equal ones as their documents tell them; at most `limit`.

    Raises UnknownName for a relation that is not there.
    """
    values = {**filter_values(wanted), "limit": _ALL if limit is None else limit}
    rows = store.read(statement("review_queue"), values)
    title = "Claims that were reviewed" if wanted.again else "Claims that nobody has reviewed"
    found = tuple(tuple(row[column.name] for column in _COLUMNS) for row in rows)
    return Answer("claims_to_review", f"{title}, the least certain first", _COLUMNS, found)


def filter_values(wanted: ClaimFilter) -> dict[str, Any]:
    """The parameters that the statements on claims to review share; raises UnknownName for a relation not there."""
    relation = wanted.relation.strip().upper().replace(" ", "_") if wanted.relation else None
    if relation and relation not in relation_kinds():
        nearest = tuple(get_close_matches(relation, relation_kinds(), cutoff=0.4))
        raise UnknownName("relation", str(wanted.relation), nearest)
    return {
        "reviews": ["accepted", "rejected"] if wanted.again else ["unreviewed"],
        "relation": relation,
        "entity": wanted.entity,
        "documents": list(wanted.documents) if wanted.documents is not None else None,
        "engine": wanted.engine,
        "max_confidence": wanted.max_confidence,
    }


def read_review_claim(store: Store, claim: str) -> ReviewClaim:
    """A live claim (id) as it is to be judged; raises UnknownName."""
    rows = store.read(statement("review_claim"), {"id": claim})
    if not rows:
        raise UnknownName("live claim", claim, remedy="`allygraph review --format table` lists claims.")
    row = rows[0]
    stored = row["claim"]
    beside = dict(row["beside"])
    taken = ("predicate", "polarity", "status", "date", "amount", "currency", "role", "engine", "confidence")
    likelihood = ("likelihood_low", "likelihood_high", "likelihood_words")
    return ReviewClaim(
        id=claim,
        subject=_end(row, "subject"),
        object=_end(row, "object"),
        counterpart=_end(row, "counterpart") if row["counterpart"] else None,
        sentence=row["sentence"],
        start=max(0, stored["start"] - row["sentence_start"]),
        end=min(len(row["sentence"]), stored["end"] - row["sentence_start"]),
        names=tuple(sorted((key, start, start + length) for key, start, length in row["names"])),
        before=beside.get(-1, ""),
        after=beside.get(1, ""),
        review=stored.get("review") or "unreviewed",
        reviewed_by=stored.get("reviewed_by"),
        review_reason=stored.get("review_reason"),
        series=stored["document"],
        others=max(row["others"], default=0),
        **{name: row[name] for name in ("document", "source", "published", "reliability", "document_id", "passage")},
        **{name: stored.get(name) for name in (*taken, *likelihood)},
    )


def _end(row: Mapping[str, Any], end: str) -> ReviewEnd:
    stored, entity = row["claim"], row[end]
    text = stored.get(f"{end}_text") or entity["name"]
    return ReviewEnd(stored[f"{end}_key"], entity["id"], entity["name"], entity["kind"], text)


def document_names(store: Store, series: str) -> tuple[DocumentName, ...]:
    """The entities that a document (series) names, in reading order."""
    rows = store.read(statement("document_names"), {"series": series})
    return tuple(DocumentName(row["key"], row["entity"], row["name"], row["kind"], tuple(row["texts"])) for row in rows)
