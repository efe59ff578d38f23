"""The named questions, and Cypher that only reads."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from allygraph.graph.store import read_only
from allygraph.queries.catalogue import questions
from allygraph.queries.question import Column, Parameter
from allygraph.web.pages import Page
from allygraph.web.parameters import MOST_ITEMS, Graph, Identifier
from allygraph.web.tables import Table, table

router = APIRouter(tags=["questions"])
#: Seconds that a statement may take; an analyst who waits longer has asked too much.
TIME_LIMIT = 20.0


class QuestionRecord(BaseModel):
    """A named question: what it takes and what it gives."""

    name: str
    title: str
    parameters: list[Parameter]
    columns: list[Column]
    order: str
    example: str = Field(description="The same on the command line.")
    note: str


class Rows(BaseModel):
    """Which rows of an answer to give."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(100, ge=1, le=MOST_ITEMS, description="The most rows to give.")
    offset: int = Field(0, ge=0, description="How many rows to pass over.")


class Asked(Rows):
    """The values that a question is asked with; text will do for all of them."""

    parameters: dict[str, Any] = Field(default={}, description="Values by parameter name; entities by id or name.")


class Statement(Rows):
    """One Cypher statement that only reads."""

    statement: str = Field(min_length=1, max_length=20_000)
    parameters: dict[str, Any] = Field(default={})


@router.get("/questions")
def list_questions() -> Page[QuestionRecord]:
    """The named questions, with what a form for each must ask."""
    found = [QuestionRecord.model_validate(one, from_attributes=True) for one in questions().values()]
    return Page(items=found, total=len(found), more=False, offset=0)


@router.post("/questions/{name}")
def answer(graph: Graph, name: Identifier, asked: Asked) -> Table:
    """The answer to a named question."""
    found = graph.query(name, **asked.parameters)
    rows = found.rows[asked.offset : asked.offset + asked.limit]
    more = asked.offset + len(rows) < len(found)
    return table(graph.store, found.columns, rows, total=len(found), more=more, offset=asked.offset)


@router.post("/cypher")
def cypher(graph: Graph, asked: Statement) -> Table:
    """The rows of a statement that only reads: no writing, no files, no network, no more than 20 seconds."""
    wanted = slice(asked.offset, asked.offset + asked.limit + 1)
    names, found = read_only(graph.store, asked.statement, asked.parameters, rows=wanted, timeout=TIME_LIMIT)
    rows = [[row[name] for name in names] for row in found[: asked.limit]]
    columns = [Column(name, "any") for name in names]
    return table(graph.store, columns, rows, total=None, more=len(found) > asked.limit, offset=asked.offset)
