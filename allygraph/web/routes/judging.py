"""Which names stand for the same entity: merges, splits, what each would change, and all that was judged."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, model_validator

from allygraph.graph.model import Judgement
from allygraph.loaders.previews import MergePreview, SplitPreview
from allygraph.loaders.resolution import AUTOMATIC
from allygraph.queries.history import HistoryItem, read_history
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Identifier, Limit, Offset
from allygraph.web.writing import Reason, Signed, writing_router

reading = APIRouter(tags=["judgements"])
writing = writing_router("judgements")
Name = Annotated[str, Field(min_length=1, max_length=300)]


class Pair(BaseModel):
    """Two entities: the right one would become part of the left."""

    model_config = ConfigDict(extra="forbid")

    left: Annotated[Name, Field(description="The entity that stays: its id, name or alias.")]
    right: Annotated[Name, Field(description="The entity that becomes part of it.")]


class Merge(Pair, Signed):
    """A judgement that two entities are the same."""

    reason: Reason = ""


class Parting(BaseModel):
    """Names of an entity, or all its names in one document, that are another entity."""

    model_config = ConfigDict(extra="forbid")

    entity: Annotated[Name, Field(description="The entity: its id, name or alias.")]
    names: list[Name] = Field(default=[], max_length=100, description="Those of its names that leave.")
    document: Annotated[str | None, Field(max_length=500, description="All its names in this document.")] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Parting:
        if bool(self.names) == bool(self.document):
            raise ValueError("give either the names that leave or a document")
        return self


class Split(Parting, Signed):
    """A judgement that they are another entity."""

    reason: Reason = ""


class JudgementRecord(BaseModel):
    """A judgement on two names (keys), as it was written down."""

    id: str
    verdict: str
    left: str
    right: str
    author: str
    reason: str
    at: str
    document: str | None = Field(description="The series to which it is limited.")


class Judgements(BaseModel):
    """The judgements that a split is made of, one for each pair of names that parted; each can be undone."""

    items: list[JudgementRecord]


class Undone(BaseModel):
    """What was ended: a judgement, or a decision on a claim."""

    id: str
    verdict: str
    author: str


@reading.get("/judgements")
def history(
    graph: Graph,
    by: Annotated[
        Literal["all", "people"], Query(description="`people` leaves out what rules judged of names by themselves.")
    ] = "all",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[HistoryItem]:
    """All decisions on claims and judgements on names, the latest first, undone ones too."""
    without = AUTOMATIC if by == "people" else None
    return page(read_history(graph.store, without=without, limit=limit, offset=offset), offset)


@writing.post("/judgements/{judgement}/undo")
def undo(graph: Graph, judgement: Identifier) -> Undone:
    """Ends a judgement, or a decision, and everything that followed from it."""
    ended = graph.reviews.undo(judgement) if judgement.startswith("dec-") else graph.undo(judgement)
    return Undone(id=ended.id, verdict=ended.verdict, author=ended.author)


@writing.post("/merge/preview")
def preview_merge(graph: Graph, asked: Pair) -> MergePreview:
    """What a merge would change; nothing is written."""
    return graph.preview_merge(asked.left, asked.right)


@writing.post("/merge")
def merge(graph: Graph, asked: Merge) -> JudgementRecord:
    """Judges two entities the same; their claims come together by themselves."""
    return _record(graph.merge(asked.left, asked.right, author=asked.author, reason=asked.reason))


@writing.post("/split/preview")
def preview_split(graph: Graph, asked: Parting) -> SplitPreview:
    """What a split would change; nothing is written."""
    return graph.preview_split(asked.entity, *asked.names, document=asked.document)


@writing.post("/split")
def split(graph: Graph, asked: Split) -> Judgements:
    """Judges that names of an entity are another one; no later load joins them again."""
    made = graph.split(asked.entity, *asked.names, document=asked.document, author=asked.author, reason=asked.reason)
    return Judgements(items=[_record(one) for one in made])


def _record(made: Judgement) -> JudgementRecord:
    return JudgementRecord(
        id=made.id,
        verdict=made.verdict,
        left=made.left,
        right=made.right,
        author=made.author,
        reason=made.reason,
        at=made.date,
        document=made.document,
    )
