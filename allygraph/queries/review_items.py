"""The claims to review as a page lists them: each with its sentence and the places of its names, a slice at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allygraph.queries.claims import ClaimEnd, ClaimRecord, read_claim_records
from allygraph.queries.review import ClaimFilter, filter_values
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity, as lists name it."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """The document of a claim."""

    id: str
    title: str
    published: str | None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A claim to review; fields not named here are those of `claims.ClaimRecord`.

    `subject_text` is the name as written; `subject_start` and `subject_end` bound it inside `sentence`, start included,
    end excluded, and are None where the sentence does not name it; so for the object.
    """

    id: str
    predicate: str
    subject: NamedEntity | None
    subject_text: str | None
    subject_start: int | None
    subject_end: int | None
    object: NamedEntity | None
    object_text: str | None
    object_start: int | None
    object_end: int | None
    counterpart: NamedEntity | None
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
    sentence: str
    start: int
    end: int
    passage: int
    document: ReviewDocument
    source: str | None
    reliability: str | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many live claims nobody has reviewed, were accepted, were rejected."""

    waiting: int
    accepted: int
    rejected: int


_SAME = (
    *("id", "predicate", "polarity", "status", "date", "amount", "currency", "role", "likelihood_low"),
    *("likelihood_high", "likelihood_words", "engine", "confidence", "review", "reviewed_by", "review_reason"),
    *("sentence", "start", "end", "passage", "source", "reliability", "facts"),
)
Row = Mapping[str, Any]


def review_items(store: Store, wanted: ClaimFilter, *, limit: int, offset: int = 0) -> Slice[ReviewItem]:
    """The claims to review, the least certain first; three statements and one that counts, however many claims.

    Raises UnknownName for a relation that is not there.
    """
    values = filter_values(wanted)
    rows = store.read(statement("review_slice"), {**values, "limit": limit, "offset": offset})
    total = store.read(statement("review_total"), values)[0]["total"]
    claims = read_claim_records(store, [row["id"] for row in rows])
    places = _places(store, [claim.id for claim in claims])
    return Slice(tuple(_item(claim, places) for claim in claims), total)


def count_reviews(store: Store) -> ReviewCounts:
    """How many live claims are in each state of review."""
    return ReviewCounts(**store.read(statement("review_counts"))[0])


_Places = Mapping[tuple[str, str], list[Row]]


def _places(store: Store, claims: list[str]) -> _Places:
    """Where sentences name the ends of claims: by id of the claim and end."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in store.read(statement("claim_places"), {"ids": claims}) if claims else ():
        found[row["id"], row["end"]].append(row)
    return found


def _item(claim: ClaimRecord, places: _Places) -> ReviewItem:
    subject = _place(claim, claim.subject, places.get((claim.id, "subject"), ()))
    object_ = _place(claim, claim.object, places.get((claim.id, "object"), ()))
    return ReviewItem(
        subject=_named(claim.subject),
        subject_text=claim.subject.text if claim.subject else None,
        subject_start=subject[0],
        subject_end=subject[1],
        object=_named(claim.object),
        object_text=claim.object.text if claim.object else None,
        object_start=object_[0],
        object_end=object_[1],
        counterpart=_named(claim.counterpart),
        document=ReviewDocument(claim.document, claim.document_title, claim.published),
        **{name: getattr(claim, name) for name in _SAME},
    )


def _named(end: ClaimEnd | None) -> NamedEntity | None:
    return NamedEntity(end.id, end.name, end.kind) if end else None


def _place(claim: ClaimRecord, end: ClaimEnd | None, rows: Iterable[Row]) -> tuple[int | None, int | None]:
    """Where the sentence names an end: as the claim writes it, and inside its evidence, before elsewhere."""
    found = [(row["text"], row["start"], row["start"] + len(row["text"])) for row in rows]
    whole = [(text, start, stop) for text, start, stop in found if start >= 0 and stop <= len(claim.sentence)]
    if end is None or not whole:
        return None, None
    _, start, stop = min(whole, key=lambda at: (at[0] != end.text, at[1] < claim.start or at[2] > claim.end, at[1]))
    return start, stop
