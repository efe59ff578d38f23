"""When things happened."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from allygraph.queries.entities import resolve_entity
from allygraph.queries.outline import AllianceOutline
from allygraph.queries.times import Period, count_events, read_timeline
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Limit, MaybeEntity, Offset

router = APIRouter(tags=["time"])


@router.get("/events")
def events(
    graph: Graph, by: Annotated[Literal["year", "month"], Query(description="How long a period is.")] = "year"
) -> Page[Period]:
    """How many status events of alliances, and beginnings of facts, fall into each period."""
    periods = list(count_events(graph.store, by))
    return Page(items=periods, total=len(periods), more=False, offset=0)


@router.get("/timeline")
def timeline(graph: Graph, entity: MaybeEntity = None, limit: Limit = 50, offset: Offset = 0) -> Page[AllianceOutline]:
    """The alliances, of one entity or all, by their first date, with the events of their lives."""
    identifier = resolve_entity(graph.store, entity) if entity else None
    return page(read_timeline(graph.store, identifier, limit=limit, offset=offset), offset)
