"""The whole graph, or the part of it around some entities, without evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from allygraph.queries.entities import resolve_entities
from allygraph.queries.outline import Outline, read_outline
from allygraph.queries.records import PAGE_LIMIT
from allygraph.web.parameters import MOST_NODES, AsOf, Graph, Relations

router = APIRouter(prefix="/network", tags=["network"])
NodeLimit = Annotated[int, Query(ge=1, le=MOST_NODES, description="The most nodes to give.")]


class Around(BaseModel):
    """What to give: without entities the whole graph."""

    model_config = ConfigDict(extra="forbid")

    entities: list[str] = Field(default=[], max_length=5_000, description="Entities: ids, names or aliases.")
    depth: int = Field(
        1, ge=0, le=6, description="How many facts away from the entities; 0 gives only what is among them."
    )
    as_of: str | None = Field(None, max_length=10, description="Only what was in force then.")
    relations: list[str] | None = Field(None, max_length=50, description="Only facts of these relations.")
    limit: int = Field(PAGE_LIMIT, ge=1, le=MOST_NODES, description="The most nodes to give.")


@router.get("")
def whole(graph: Graph, as_of: AsOf = None, relation: Relations = None, limit: NodeLimit = PAGE_LIMIT) -> Outline:
    """The whole graph; beyond the limit the best connected entities stay, and `left_out` counts the others."""
    return read_outline(graph.store, as_of=as_of, relations=relation, limit=limit)


@router.post("")
def around(graph: Graph, wanted: Around) -> Outline:
    """What lies within some facts of some entities; beyond the limit the nearest and best connected stay."""
    ids = resolve_entities(graph.store, wanted.entities)
    return read_outline(
        graph.store, ids, depth=wanted.depth, as_of=wanted.as_of, relations=wanted.relations, limit=wanted.limit
    )
