"""Finding entities by what is typed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from allygraph.graph.model import Kind
from allygraph.queries.entities import resolve_entity, search_entities
from allygraph.queries.records import Node
from allygraph.web.pages import Page
from allygraph.web.parameters import Graph, Limit, Offset

router = APIRouter(tags=["entities"])


@router.get("/search")
def search(
    graph: Graph,
    q: Annotated[str, Query(max_length=200, description="What was typed so far; misspellings are forgiven.")],
    kind: Annotated[Kind | None, Query(description="Only entities of this kind.")] = None,
    country: Annotated[
        str | None, Query(max_length=300, description="Only what a fact says is based there: a place, by id or name.")
    ] = None,
    limit: Limit = 10,
    offset: Offset = 0,
) -> Page[Node]:
    """Entities whose names are like the text, best first."""
    place = resolve_entity(graph.store, country, prefer="Place") if country else None
    found = search_entities(graph.store, q, kind=kind, place=place, limit=limit + 1, offset=offset)
    return Page(items=list(found[:limit]), total=None, more=len(found) > limit, offset=offset)
