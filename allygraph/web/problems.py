"""Errors as JSON, all of one shape, made from the tree in `graph/errors.py`: the one table from errors to statuses."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from allygraph.graph import errors


class Candidate(BaseModel):
    """What may have been meant."""

    name: str
    id: Annotated[str | None, Field(description="Of several entities that bear the name, each has its id.")] = None


class Problem(BaseModel):
    """Why a request was not answered: the kind of error, what was found and expected, what to do next."""

    error: str = Field(description="The kind of error, such as UnknownName.")
    message: str
    remedy: str = ""
    candidates: Annotated[list[Candidate] | None, Field(description="Names or entities that may have been meant.")] = (
        None
    )


#: From the kind of an error to the status of the response; the first that fits counts.
STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (errors.UnknownName, 404),
    (errors.AmbiguousName, 409),
    (errors.NameTaken, 409),
    (errors.Outdated, 409),
    (errors.UnreadableDocument, 422),
    (errors.InputError, 400),
    (errors.InvalidStatement, 400),
    (errors.NotReadOnly, 403),
    (errors.StatementTimedOut, 504),
    (errors.StoreFull, 507),
    (errors.StoreUnreachable, 503),
    (errors.StoreError, 502),
    (errors.AllygraphError, 400),
)
_DESCRIBED = "/api/v1/openapi.json describes what each route takes."
#: What routes may answer beside what was asked for, for the description of the interface.
RESPONSES: dict[int | str, dict[str, Any]] = {
    401: {"model": Problem, "description": "No token, or a wrong one"},
    403: {"model": Problem, "description": "From a page of another site, or not only reading"},
    404: {"model": Problem, "description": "There is nothing of that name"},
    409: {
        "model": Problem,
        "description": "Several bear the name, it is taken, or somebody decided meanwhile",
    },
    422: {"model": Problem, "description": "A value that cannot be used"},
    503: {"model": Problem, "description": "The graph database does not answer"},
}


def problem_response(status: int, problem: Problem) -> Response:
    """The response that tells a problem."""
    return Response(problem.model_dump_json(exclude_none=True), status, media_type="application/json")


def handle_problems(app: FastAPI) -> None:
    """Has an application tell every error that routes raise in this shape."""
    app.add_exception_handler(errors.AllygraphError, _ours)
    app.add_exception_handler(ValueError, _unusable)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _ours(_request: Request, raised: Exception) -> Response:
    error = cast(errors.AllygraphError, raised)
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    candidates = None
    if isinstance(error, errors.AmbiguousName):
        candidates = [Candidate(id=identifier, name=text) for identifier, text in error.candidates]
    elif isinstance(error, errors.UnknownName):
        candidates = [Candidate(name=name) for name in error.nearest] or None
    problem = Problem(error=type(error).__name__, message=error.message, remedy=error.remedy, candidates=candidates)
    return problem_response(status, problem)


async def _unusable(_request: Request, error: Exception) -> Response:
    if isinstance(error, ValidationError):
        raise error  # our own answer does not fit its description: a mistake of ours, not of who asks
    return problem_response(422, Problem(error="UnusableValue", message=str(error), remedy=_DESCRIBED))


async def _invalid(_request: Request, raised: Exception) -> Response:
    wrong = cast(RequestValidationError, raised).errors()
    found = [f"{'.'.join(map(str, one['loc'][1:])) or one['loc'][0]}: {one['msg']}" for one in wrong]
    return problem_response(422, Problem(error="UnusableValue", message="; ".join(found), remedy=_DESCRIBED))


async def _http(_request: Request, raised: Exception) -> Response:
    error = cast(HTTPException, raised)
    names = {404: "NoSuchRoute", 405: "NoSuchMethod", 413: "TooLarge", 415: "UnsupportedType"}
    problem = Problem(error=names.get(error.status_code, "HttpError"), message=error.detail, remedy=_DESCRIBED)
    response = problem_response(error.status_code, problem)
    response.headers.update(error.headers or {})
    return response
