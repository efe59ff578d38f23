"""The whole graph, or the part of it around some entities, without evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from allygraph.queries.entities import resolve_entities
from allygraph.queries.outline import Outline, read_outline
from allygraph.queries.records import PAGE_LIMIT
from allygraph.views.places import PlacedOutline, place_outline
from allygraph.web.parameters import MOST_NODES, Answers, AsOf, Graph, Relations
from allygraph.web.remembered import Remembered, json_bytes, json_response
from allygraph.workspace import Workspace

router = APIRouter(prefix="/network", tags=["network"])
NodeLimit = Annotated[int, Query(ge=1, le=MOST_NODES, description="The most nodes to give.")]
Places = Annotated[bool, Query(description="Whether each node has a place and a community; the first time is slow.")]


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
    places: bool = Field(False, description="Whether each node has a place and a community.")


@router.get("", response_model=PlacedOutline | Outline)
def whole(
    graph: Graph,
    answers: Answers,
    as_of: AsOf = None,
    relation: Relations = None,
    limit: NodeLimit = PAGE_LIMIT,
    places: Places = False,
) -> Outline | Response:
    """The whole graph; beyond the limit the best connected entities stay, and `left_out` counts the others."""
    return _answer(graph, answers, Around(depth=1, as_of=as_of, relations=relation, limit=limit, places=places))


@router.post("", response_model=PlacedOutline | Outline)
def around(graph: Graph, answers: Answers, wanted: Around) -> Outline | Response:
    """What lies within some facts of some entities; beyond the limit the nearest and best connected stay.

    With `places` every node has `x` and `y` (pixels) and `community` (0 the largest), and `hubs` holds the alliances of
    three or more parties with places of their own.
    """
    return _answer(graph, answers, wanted)


def _answer(graph: Workspace, answers: Remembered, wanted: Around) -> Outline | Response:
    def read() -> Outline:
        return read_outline(
            graph.store,
            resolve_entities(graph.store, wanted.entities),
            depth=wanted.depth,
            as_of=wanted.as_of,
            relations=wanted.relations,
            limit=wanted.limit,
        )

    if not wanted.places:
        return read()
    asked = ("network", wanted.model_dump_json())
    return json_response(answers.get(asked, lambda: json_bytes(PlacedOutline, place_outline(read()))))
