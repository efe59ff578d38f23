"""How two entities are connected."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from allygraph.web.parameters import EntityQuery, Graph
from allygraph.web.tables import Table, table

router = APIRouter(tags=["network"])


@router.get("/chains")
def chains(
    graph: Graph,
    start: Annotated[EntityQuery, Query(alias="from")],
    end: Annotated[EntityQuery, Query(alias="to")],
    limit: Annotated[int, Query(ge=1, le=100, description="The most chains to give.")] = 10,
) -> Table:
    """The shortest chains of ties between two entities, one row per step: the question `chain_between`."""
    answer = graph.query("chain_between", first=start, second=end, limit=limit)
    return table(graph.store, answer.columns, answer.rows, total=len(answer), more=False, offset=0)


@router.get("/common")
def common(graph: Graph, left: EntityQuery, right: EntityQuery) -> Table:
    """Who is allied with both of two organisations: the question `common_partners`."""
    answer = graph.query("common_partners", first=left, second=right)
    return table(graph.store, answer.columns, answer.rows, total=len(answer), more=False, offset=0)
