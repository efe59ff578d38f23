"""What all routes that write have in common: they read JSON alone, and what they write is signed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from allygraph.loaders.resolution import AUTOMATIC
from allygraph.web.problems import Problem

#: Characters of a reason or a note: a paragraph.
MOST_WORDS = 5_000


def _json_only(request: Request) -> None:
    """Refuses what the form of another site's page can send without being asked."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != "application/json":
        raise HTTPException(415, "A request that writes must say 'Content-Type: application/json'.")


def _name(author: str | None) -> str | None:
    name = author.strip() if author else None
    if name == AUTOMATIC:
        raise ValueError(f"'{AUTOMATIC}' is how rules sign; give the name of a person")
    return name or None


Author = Annotated[
    str | None,
    Field(max_length=200, description="Who decides; by default the user that runs the server."),
    AfterValidator(_name),
]
Reason = Annotated[str, Field(max_length=MOST_WORDS, description="Why; kept with the decision.")]


class Signed(BaseModel):
    """What a route that writes takes, at the least."""

    model_config = ConfigDict(extra="forbid")

    author: Author = None


#: What routes that write may answer beside what all routes may.
_RESPONSES: dict[int | str, dict[str, Any]] = {415: {"model": Problem, "description": "Not sent as JSON"}}


def writing_router(tag: str, prefix: str = "") -> APIRouter:
    """A router whose routes read JSON alone."""
    return APIRouter(prefix=prefix, tags=[tag], dependencies=[Depends(_json_only)], responses=_RESPONSES)
