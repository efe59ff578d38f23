"""The documents, and the text of one with what it states, passage by passage."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from allygraph.queries.texts import DocumentOutline, PassageText, list_documents, read_document, read_passages
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Identifier, Limit, Offset

router = APIRouter(prefix="/documents", tags=["documents"])


class DocumentPage(BaseModel):
    """A document with some of its passages, in reading order."""

    document: DocumentOutline
    passages: list[PassageText]
    offset: int = Field(description="The number of the first of these passages, from 0.")
    more: bool = Field(description="Whether passages come after these.")


@router.get("")
def documents(
    graph: Graph,
    q: Annotated[str | None, Query(max_length=200, description="Only those with this in the title.")] = None,
    retired: Annotated[bool, Query(description="Also those that were superseded or withdrawn.")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[DocumentOutline]:
    """The documents, latest published first."""
    return page(list_documents(graph.store, text=q, retired=retired, limit=limit, offset=offset), offset)


@router.get("/{document}")
def show_document(graph: Graph, document: Identifier, limit: Limit = 200, offset: Offset = 0) -> DocumentPage:
    """A document: who published it when, and its text passage by passage, with claims and names at their places."""
    found = read_document(graph.store, document)
    passages = list(read_passages(graph.store, document, limit=limit, offset=offset))
    more = offset + len(passages) < found.passages
    return DocumentPage(document=found, passages=passages, offset=offset, more=more)
