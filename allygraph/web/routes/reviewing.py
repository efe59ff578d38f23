"""The review of claims: which wait, one with all that an edit of it needs, and the decisions on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.model import Kind, Polarity, Review, Status
from allygraph.graph.scales import STATUSES
from allygraph.graph.store.reviews import Decision, DecisionVerdict
from allygraph.queries.review import DocumentName, ReviewClaim
from allygraph.queries.review_items import ReviewCounts, ReviewItem
from allygraph.review_drafts import ClaimChange, EndChange, changed_draft
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Identifier, Limit, MaybeEntity, Offset
from allygraph.web.writing import MOST_WORDS, Reason, Signed, writing_router

reading = APIRouter(tags=["review"])
writing = writing_router("review")
Seen = Annotated[
    Review | None, Field(description="The review that was shown; where the claim has another by now, 409 tells whose.")
]
Text = Annotated[str | None, Field(max_length=500)]


class RelationChoice(BaseModel):
    """A relation that an edit may choose, with the kinds that its ends may be of."""

    name: str
    subject: list[str]
    object: list[str]
    role: bool = Field(description="Whether it may carry a role.")
    fits: bool = Field(description="Whether it allows the ends of this claim as they are.")
    turned: bool = Field(description="Whether it would allow them with subject and object exchanged.")


class ClaimForm(BaseModel):
    """A claim with everything that the form of an edit offers."""

    claim: ReviewClaim
    names: list[DocumentName] = Field(description="The entities that its document names, in reading order.")
    relations: list[RelationChoice]
    statuses: list[str]
    kinds: list[str] = Field(description="What a name that is new in the document may be.")


class DecisionRecord(BaseModel):
    """A decision on a claim, as it was written down."""

    id: str
    claim: str
    verdict: DecisionVerdict
    author: str
    reason: str
    at: str
    edit: str | None = Field(description="The claim that stands in the place of an edited one.")
    before: Review = Field(description="The review of the claim before the decision.")


class Verdict(Signed):
    """Whether a claim is right; `unreviewed` takes back what was said of it."""

    verdict: Review
    reason: Reason = ""
    seen: Seen = None


class Note(Signed):
    """Something to be remembered with a claim."""

    text: Annotated[str, Field(max_length=MOST_WORDS)]


class NewEnd(BaseModel):
    """An end: `key` of a name that the document has, or `name` and `kind` of one that stands in its text."""

    key: Text = None
    name: Text = None
    kind: Kind | None = None


class Edit(Signed):
    """What is to be otherwise; what is left out stays as it is, null takes a value away."""

    predicate: Annotated[str | None, Field(max_length=50, description="A relation, such as OWNS.")] = None
    subject: NewEnd | None = None
    object: NewEnd | None = None
    polarity: Polarity | None = None
    status: Status | None = None
    date: Annotated[str | None, Field(max_length=10, description="2020, 2020-07 or 2020-07-14.")] = None
    amount: float | None = None
    currency: Annotated[str | None, Field(max_length=20)] = None
    role: Text = None
    reason: Reason = ""
    seen: Seen = None


@reading.get("/review")
def claims_to_review(
    graph: Graph,
    relation: Annotated[str | None, Query(max_length=50, description="Only this relation, such as OWNS.")] = None,
    entity: MaybeEntity = None,
    document: Annotated[
        str | None, Query(max_length=500, description="Only this document: its id, title, path or address.")
    ] = None,
    engine: Annotated[str | None, Query(max_length=100, description="Only what this engine found.")] = None,
    max_confidence: Annotated[float | None, Query(ge=0, le=1, description="Only claims no more certain.")] = None,
    again: Annotated[bool, Query(description="Claims that were reviewed, in the place of the others.")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[ReviewItem]:
    """The claims to review, the least certain first, each with its sentence and the places of its names."""
    found = graph.reviews.items(
        relation=relation,
        entity=entity,
        document=document,
        engine=engine,
        max_confidence=max_confidence,
        again=again,
        limit=limit,
        offset=offset,
    )
    return page(found, offset)


@reading.get("/review/count")
def count(graph: Graph) -> ReviewCounts:
    """How many live claims wait, were accepted, were rejected; an edited claim counts as accepted."""
    return graph.reviews.counts()


@reading.get("/claims/{claim}")
def show_claim(graph: Graph, claim: Identifier) -> ClaimForm:
    """A live claim with its surroundings, and what may be put in the place of each of its parts."""
    found = graph.reviews.claim(claim)
    return ClaimForm(
        claim=found,
        names=list(graph.reviews.names(found.series)),
        relations=_relations(found),
        statuses=list(STATUSES),
        kinds=list(entity_kinds()),
    )


@writing.post("/claims/{claim}/decision")
def decide(graph: Graph, claim: Identifier, asked: Verdict) -> DecisionRecord:
    """Accepts or rejects a claim; a rejected one makes no facts. Without a reason the note on it stays."""
    reviews = graph.reviews.by(asked.author)
    return _record(reviews.decide(claim, asked.verdict, reason=asked.reason, seen=asked.seen))


@writing.post("/claims/{claim}/note")
def note(graph: Graph, claim: Identifier, asked: Note) -> DecisionRecord:
    """Notes something on a claim and leaves its review as it is; an empty text takes a note away."""
    return _record(graph.reviews.by(asked.author).note(claim, asked.text))


@writing.post("/claims/{claim}/edit")
def edit(graph: Graph, claim: Identifier, asked: Edit) -> DecisionRecord:
    """Puts an accepted claim with these changes in the place of a claim, which stays as superseded."""
    reviews = graph.reviews.by(asked.author)
    shown = reviews.claim(claim)
    draft = changed_draft(shown, reviews.names(shown.series), _change(asked))
    return _record(reviews.edit(claim, draft, reason=asked.reason, seen=asked.seen))


@writing.post("/decisions/undo")
def undo_latest(graph: Graph, asked: Signed | None = None) -> DecisionRecord:
    """Ends the latest decision of the author that is in force; gives it as it was."""
    return _record(graph.reviews.by(asked.author if asked else None).undo())


@writing.post("/decisions/{decision}/undo")
def undo_decision(graph: Graph, decision: Identifier, asked: Signed | None = None) -> DecisionRecord:
    """Ends a decision: its claim is again what it was before. A later decision on it must be ended first."""
    return _record(graph.reviews.by(asked.author if asked else None).undo(decision))


def _record(decision: Decision) -> DecisionRecord:
    return DecisionRecord(
        id=decision.id,
        claim=decision.claim,
        verdict=decision.verdict,
        author=decision.author,
        reason=decision.reason,
        at=decision.date,
        edit=decision.edit,
        before=decision.review,
    )


def _relations(claim: ReviewClaim) -> list[RelationChoice]:
    subject, object_ = claim.subject.kind, claim.object.kind
    return [
        RelationChoice(
            name=kind.name,
            subject=list(kind.subject),
            object=list(kind.object),
            role="role" in kind.qualifiers,
            fits=subject in kind.subject and object_ in kind.object,
            turned=object_ in kind.subject and subject in kind.object,
        )
        for kind in relation_kinds().values()
    ]


def _change(asked: Edit) -> ClaimChange:
    given = {name: getattr(asked, name) for name in asked.model_fields_set - {"author", "reason", "seen"}}
    for which in ("subject", "object"):
        if given.get(which) is not None:
            end: NewEnd = given[which]
            given[which] = EndChange(end.key, end.name, end.kind)
    return given
