"""Whether the server is well, how much the graph holds, and whether it has changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from allygraph.graph.version import __version__
from allygraph.queries.state import Counts, count_all
from allygraph.web.parameters import Graph
from allygraph.web.remembered import mark_of

router = APIRouter(tags=["state"])


class Health(BaseModel):
    """What answers, and how much it holds."""

    version: str = Field(description="The version of Allygraph.")
    database: str = Field(description="The version of Neo4j.")
    author: str = Field(description="Who signs what is written without an author: the user that runs the server.")
    counts: Counts


class Changes(BaseModel):
    """Whether the graph differs from what it was."""

    mark: str = Field(description="Names the graph as it is now; give it as `since` the next time.")
    changed: bool = Field(description="Whether anything was written since; true without `since`.")


@router.get("/health")
def health(graph: Graph) -> Health:
    """The versions, who signs, and how much the graph holds."""
    counts = count_all(graph.store)
    return Health(version=__version__, database=graph.store.version(), author=graph.author, counts=counts)


@router.get("/changes")
def changes(
    graph: Graph,
    since: Annotated[str | None, Query(max_length=100, description="The mark of an earlier answer.")] = None,
) -> Changes:
    """A mark that differs once the graph has changed, by whomever; cheap enough to ask every second."""
    mark = mark_of(graph.store)
    return Changes(mark=mark, changed=mark != since)
