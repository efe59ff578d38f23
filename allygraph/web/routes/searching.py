"""Finding entities: by what is typed, or in a list of all."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from allygraph.graph.model import Kind
from allygraph.queries.entities import resolve_entity, search_entities
from allygraph.queries.listing import Order, Seat, list_entities, list_seats
from allygraph.queries.records import Node
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Limit, Offset

router = APIRouter(tags=["entities"])
OfKind = Annotated[Kind | None, Query(description="Only entities of this kind.")]


@router.get("/search")
def search(
    graph: Graph,
    q: Annotated[str, Query(max_length=200, description="What was typed so far; misspellings are forgiven.")],
    kind: OfKind = None,
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


@router.get("/entities")
def entities(
    graph: Graph,
    kind: OfKind = None,
    sort: Annotated[Order, Query(description="By the alphabet, or those with most facts first.")] = "name",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Page[Node]:
    """All entities, or those of a kind."""
    return page(list_entities(graph.store, kind=kind, sort=sort, limit=limit, offset=offset), offset)


@router.get("/countries")
def countries(graph: Graph, limit: Limit = 200, offset: Offset = 0) -> Page[Seat]:
    """The places that something is based in, cities too, most entities first: what `search` takes as `country`."""
    return page(list_seats(graph.store, limit=limit, offset=offset), offset)
