"""The whole graph as its communities, which is what can be seen of a hundred thousand entities."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from allygraph.graph.errors import UnknownName
from allygraph.queries.network import read_nodes
from allygraph.queries.outline import read_outline
from allygraph.queries.records import PAGE_LIMIT
from allygraph.queries.ties import read_ties
from allygraph.views.places import Overview, PlacedOutline, overview, place_communities, place_outline
from allygraph.web.parameters import MOST_ITEMS, Answers, Graph
from allygraph.web.remembered import Remembered, json_bytes, json_response, mark_of
from allygraph.web.routes.networks import NodeLimit
from allygraph.workspace import Workspace

router = APIRouter(prefix="/communities", tags=["network"])
#: Entities that stand for a community.
SHOWN = 3


class Community(BaseModel):
    """Entities that have more facts with one another than with others."""

    id: int = Field(description="Its number, 0 the largest; counts as long as the mark is the same.")
    size: int = Field(description="The number of its entities.")
    label: str = Field(description="The names of its best connected entities.")
    entities: list[str] = Field(description="The ids of these.")
    x: float
    y: float
    radius: float = Field(description="Pixels; no two communities overlap.")
    kinds: dict[str, int] = Field(description="How many of its entities are of each kind.")


class Tie(BaseModel):
    """How many facts there are between two communities."""

    source: int
    target: int
    facts: int


class Communities(BaseModel):
    """The largest communities of the whole graph."""

    mark: str = Field(description="Names the graph as it was, as `changes` does.")
    items: list[Community]
    ties: list[Tie]
    total: int = Field(description="The number of all communities.")
    left_out: int = Field(description="The number of those that are not given, the smallest.")


@router.get("", response_model=Communities)
def communities(
    graph: Graph,
    answers: Answers,
    limit: Annotated[int, Query(ge=1, le=MOST_ITEMS, description="The most communities to give.")] = 200,
) -> Response:
    """The whole graph as its communities, largest first; what has no fact is in none. Slow the first time."""
    asked = ("communities", limit)
    return json_response(answers.get(asked, lambda: json_bytes(Communities, _communities(graph, answers, limit))))


@router.get("/{community}", response_model=PlacedOutline)
def show_community(
    graph: Graph,
    answers: Answers,
    community: Annotated[int, Path(ge=0, description="The number of a community.")],
    limit: NodeLimit = PAGE_LIMIT,
) -> Response:
    """The entities of a community with their places, best connected first to stay within the limit."""
    asked = ("community", community, limit)
    return json_response(
        answers.get(asked, lambda: json_bytes(PlacedOutline, _community(graph, answers, community, limit)))
    )


def _overview(graph: Workspace, answers: Remembered) -> Overview:
    return answers.get("overview", lambda: overview(read_ties(graph.store)))


def _communities(graph: Workspace, answers: Remembered, limit: int) -> Communities:
    mark = mark_of(graph.store)
    found = _overview(graph, answers)
    discs = place_communities(found, limit)
    heads = [members[:SHOWN] for members in found.communities[:limit]]
    names = {node.id: node.name for node in read_nodes(graph.store, [one for head in heads for one in head])}
    items = [
        Community(
            id=number,
            size=len(found.communities[number]),
            label=", ".join(names[one] for one in head if one in names),
            entities=list(head),
            x=disc.x,
            y=disc.y,
            radius=disc.radius,
            kinds=found.kinds(number),
        )
        for number, (head, disc) in enumerate(zip(heads, discs, strict=True))
    ]
    return Communities(
        mark=mark,
        items=items,
        ties=[Tie(source=one, target=two, facts=facts) for (one, two), facts in found.ties.items() if two < limit],
        total=len(found.communities),
        left_out=len(found.communities) - len(items),
    )


def _community(graph: Workspace, answers: Remembered, number: int, limit: int) -> PlacedOutline:
    found = _overview(graph, answers).communities
    if number >= len(found):
        raise UnknownName("community", str(number), remedy=f"The graph has {len(found)}, numbered from 0.")
    outline = read_outline(graph.store, found[number][:limit], depth=0, limit=limit)
    scope = f"community {number} of {len(found)}"
    return place_outline(replace(outline, scope=scope, left_out=max(0, len(found[number]) - limit)))
