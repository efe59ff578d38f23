"""Files handed in by the page or a script, and how far their loading is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from allygraph.graph.errors import UnknownName
from allygraph.web.bodies import MOST_FILE_BYTES
from allygraph.web.loading import LoadRecord
from allygraph.web.pages import Page
from allygraph.web.parameters import Identifier, Limit, Loads, Offset, UploadFolder
from allygraph.web.problems import Problem
from allygraph.web.uploads import keep_upload

router = APIRouter(prefix="/loads", tags=["loads"])
BYTES = "application/octet-stream"
_BODY: dict[str, Any] = {
    "requestBody": {"required": True, "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    413: {"model": Problem, "description": f"Larger than {MOST_FILE_BYTES // 1024**2} MB"},
    415: {"model": Problem, "description": f"Not sent as {BYTES}"},
    507: {"model": Problem, "description": "The disk is full"},
}


class Accepted(BaseModel):
    """A file that was taken and waits to be loaded."""

    id: str = Field(description="Ask for loads/{id} to see how far it is.")


@router.post("", status_code=202, openapi_extra=_BODY, responses=_REFUSED)
async def add(
    request: Request,
    loads: Loads,
    folder: UploadFolder,
    name: Annotated[str, Query(min_length=1, max_length=1_000, description="The name of the file.")],
) -> Accepted:
    """Takes a file as it is, of any kind that 'allygraph load' reads, and puts it in the queue; 64 MB at most.

    The file is kept beside the graph, as the place that its document came from.
    """
    # A web form, which any site may have a browser send, cannot name this type.
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != BYTES:
        raise HTTPException(415, f"A file is sent as it is, with 'Content-Type: {BYTES}'.")
    try:
        path = await keep_upload(folder, name, request.stream())
    except ClientDisconnect as error:
        raise HTTPException(400, "The file broke off.") from error
    except OSError as error:
        raise HTTPException(507, f"The file cannot be kept ({error.strerror}). Free disk space.") from error
    return Accepted(id=loads.add(path).id)


@router.get("")
def list_loads(loads: Loads, limit: Limit = 50, offset: Offset = 0) -> Page[LoadRecord]:
    """The files that were handed in since the server began, latest first."""
    found = loads.latest()
    items = list(found[offset : offset + limit])
    return Page(items=items, total=len(found), more=offset + len(items) < len(found), offset=offset)


@router.get("/{load}")
def show_load(loads: Loads, load: Identifier) -> LoadRecord:
    """How far a file is, and once it is done what it brought."""
    found = loads.get(load)
    if found is None:
        raise UnknownName("load", load, remedy="Loads are remembered until the server ends.")
    return found
