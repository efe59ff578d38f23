"""Whether the server is well, how much the graph holds, and whether it has changed."""

from __future__ import annotations

from hashlib import blake2b
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from allygraph.graph.version import __version__
from allygraph.queries.state import Counts, count_all
from allygraph.web.parameters import Graph

router = APIRouter(tags=["state"])


class Health(BaseModel):
    """What answers, and how much it holds."""

    version: str = Field(description="The version of Allygraph.")
    database: str = Field(description="The version of Neo4j.")
    counts: Counts


class Changes(BaseModel):
    """Whether the graph differs from what it was."""

    mark: str = Field(description="Names the graph as it is now; give it as `since` the next time.")
    changed: bool = Field(description="Whether anything was written since; true without `since`.")


@router.get("/health")
def health(graph: Graph) -> Health:
    """The versions, and how much the graph holds."""
    return Health(version=__version__, database=graph.store.version(), counts=count_all(graph.store))


@router.get("/changes")
def changes(
    graph: Graph,
    since: Annotated[str | None, Query(max_length=100, description="The mark of an earlier answer.")] = None,
) -> Changes:
    """A mark that differs once the graph has changed, by whomever; cheap enough to ask every second."""
    mark = blake2b(graph.store.mark().encode(), digest_size=12).hexdigest()
    return Changes(mark=mark, changed=mark != since)
