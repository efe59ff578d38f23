"""Views of the graph that analysts keep: what a page shows, under a name, for all who open this graph."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from allygraph.graph.store.saved_views import SavedView
from allygraph.queries.slices import Slice
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Identifier, Offset
from allygraph.web.writing import Signed, writing_router

#: No form can send DELETE, nor another site's page without asking first.
reading = APIRouter(prefix="/saved-views", tags=["saved views"])
writing = writing_router("saved views", prefix="/saved-views")
Name = Annotated[str, Field(min_length=1, max_length=200)]
State = Annotated[dict[str, Any], Field(description="What the page needs to show it again: 200 kB at most.")]
#: Each may have 200 kB.
Few = Annotated[int, Query(ge=1, le=100, description="The most views to give.")]


class ViewRecord(BaseModel):
    """A saved view."""

    id: str
    name: str
    state: dict[str, Any]
    author: str
    created_at: str
    changed_at: str


class NewView(Signed):
    """A state to keep, and the name to find it by."""

    name: Name
    state: State


class ChangedView(Signed):
    """What is to be otherwise; what is left out stays."""

    name: Name | None = None
    state: State | None = None


@reading.get("")
def saved_views(graph: Graph, limit: Few = 50, offset: Offset = 0) -> Page[ViewRecord]:
    """The saved views, sorted by name."""
    found = graph.saved_views.list(limit=limit, offset=offset)
    return page(Slice(tuple(_record(view) for view in found.items), found.total), offset)


@reading.get("/{view}")
def saved_view(graph: Graph, view: Identifier) -> ViewRecord:
    """One saved view."""
    return _record(graph.saved_views.read(view))


@writing.post("")
def save_view(graph: Graph, asked: NewView) -> ViewRecord:
    """Keeps a view under a name that no other view has."""
    return _record(graph.saved_views.by(asked.author).save(asked.name, asked.state))


@writing.put("/{view}")
def change_view(graph: Graph, view: Identifier, asked: ChangedView) -> ViewRecord:
    """Gives a saved view another name or state; the author is who changed it last."""
    return _record(graph.saved_views.by(asked.author).change(view, name=asked.name, state=asked.state))


@reading.delete("/{view}")
def delete_view(graph: Graph, view: Identifier) -> ViewRecord:
    """Takes a saved view away; gives it as it was."""
    return _record(graph.saved_views.delete(view))


def _record(view: SavedView) -> ViewRecord:
    return ViewRecord(
        id=view.id,
        name=view.name,
        state=json.loads(view.state),
        author=view.author,
        created_at=view.created_at,
        changed_at=view.changed_at,
    )
