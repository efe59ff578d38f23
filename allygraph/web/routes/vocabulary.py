"""The words of the graph: what a page needs to say facts in the words that reports and graph pages use."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from allygraph.views.vocabulary import vocabulary

router = APIRouter(tags=["state"])


class RelationWords(BaseModel):
    """How a relation reads, and what its ends may be."""

    name: str = Field(description="For filters and headings: 'Partners with'.")
    reads: str = Field(description="From subject to object: 'owns'.")
    reads_back: str = Field(description="From object to subject: 'is owned by'.")
    symmetric: bool
    subject: list[str]
    object: list[str]


class StatusWords(BaseModel):
    """A status, in the order of an alliance's life, and what it means."""

    name: str
    meaning: str


class LikelihoodWords(BaseModel):
    """A word of likelihood with its band in percent, both ends included."""

    words: str
    low: int
    high: int


class Vocabulary(BaseModel):
    """Kinds, relations, statuses and scales."""

    kinds: list[str]
    relations: dict[str, RelationWords]
    statuses: list[StatusWords]
    likelihood: list[LikelihoodWords]
    reliability: dict[str, str]
    credibility: dict[str, str]


@router.get("/vocabulary")
def show_vocabulary() -> Vocabulary:
    """The kinds of entities and relations, the statuses, and the scales of judgement, in words."""
    return Vocabulary.model_validate(vocabulary())
