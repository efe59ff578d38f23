"""What routes take, described once: the open graph, slices, ids, relations."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from allygraph.web.loading import Loading
from allygraph.web.remembered import Remembered
from allygraph.workspace import Workspace

#: The most items of one answer: enough to fill any list on a screen, few enough to be there in a blink.
MOST_ITEMS = 1_000
#: The most nodes of one network; more than this no browser draws.
MOST_NODES = 100_000


def _workspace(request: Request) -> Workspace:
    graph: Workspace = request.app.state.graph
    return graph


def _remembered(request: Request) -> Remembered:
    answers: Remembered = request.app.state.remembered
    return answers


def _loading(request: Request) -> Loading:
    loads: Loading = request.app.state.loading
    return loads


def _uploads(request: Request) -> FilePath:
    folder: FilePath = request.app.state.uploads
    return folder


Graph = Annotated[Workspace, Depends(_workspace)]
Answers = Annotated[Remembered, Depends(_remembered)]
Loads = Annotated[Loading, Depends(_loading)]
UploadFolder = Annotated[FilePath, Depends(_uploads)]
Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS, description="The most items to give.")]
Offset = Annotated[int, Query(ge=0, le=100_000_000, description="How many items to pass over.")]
EntityPath = Annotated[str, Path(max_length=300, description="The id of an entity; a name or alias will do.")]
EntityQuery = Annotated[str, Query(min_length=1, max_length=300, description="An entity: its id, name or alias.")]
MaybeEntity = Annotated[str | None, Query(max_length=300, description="An entity: its id, name or alias.")]
Identifier = Annotated[str, Path(max_length=300)]
Relations = Annotated[
    list[str] | None, Query(alias="relation", max_length=50, description="Only these relations, such as OWNS.")
]
AsOf = Annotated[
    str | None, Query(max_length=10, description="Only what was in force then: 2020, 2020-07 or 2020-07-14.")
]
