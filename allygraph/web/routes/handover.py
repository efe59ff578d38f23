"""A part of the graph as a file to hand to others: a page, a report, an export for another program.

These files hold scripts and texts of their own. They are downloads, and where a browser shows one all the same it has
no rights of ours: neither the cookie nor the routes.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.responses import Response

from allygraph.views.exports import SUFFIXES
from allygraph.views.report import report_html, report_markdown
from allygraph.web.parameters import Graph
from allygraph.web.uploads import safe_name

router = APIRouter(tags=["files"])
FORMATS = tuple(suffix.removeprefix(".") for suffix in SUFFIXES)
#: Types of the formats, as their specifications register them; what has none here is just bytes.
TYPES = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "jsonld": "application/ld+json",
    "nq": "application/n-quads",
    "ttl": "text/turtle; charset=utf-8",
}
BYTES = "application/octet-stream"


def _known(name: str) -> str:
    if name not in FORMATS:
        raise ValueError(f"expected one of {', '.join(FORMATS)}")
    return name


class Part(BaseModel):
    """What to hand over: without entities the whole graph, as far as a page or a report holds it."""

    model_config = ConfigDict(extra="forbid")

    entities: list[str] = Field(default=[], max_length=5_000, description="Entities: ids, names or aliases.")
    depth: int = Field(
        0, ge=0, le=6, description="How many facts away from the entities; 0 gives only what is among them."
    )
    as_of: str | None = Field(None, max_length=10, description="Only what was in force then.")


class Titled(Part):
    """A part of the graph under a title of one's own."""

    title: str | None = Field(None, min_length=1, max_length=300)


class WantedReport(Titled):
    """A report on a part of the graph."""

    format: Literal["html", "md"] = "html"


class WantedExport(Part):
    """A part of the graph in the format of other programs."""

    format: Annotated[str, AfterValidator(_known)] = Field(json_schema_extra={"enum": list(FORMATS)})


def _described(*names: str) -> dict[int | str, dict[str, Any]]:
    types = {TYPES.get(name, BYTES).partition(";")[0] for name in names}
    return {
        200: {"description": "The file", "content": {kind: {"schema": {"type": "string"}} for kind in sorted(types)}}
    }


@router.post("/page", response_class=Response, responses=_described("html"))
def page(graph: Graph, wanted: Titled) -> Response:
    """A graph page that needs nothing else, as 'allygraph view' writes it."""
    shown = graph.view(*wanted.entities, depth=wanted.depth, as_of=wanted.as_of, title=wanted.title)
    return _file(shown.html.encode(), wanted.title or "network", "html")


@router.post("/report", response_class=Response, responses=_described("html", "md"))
def report(graph: Graph, wanted: WantedReport) -> Response:
    """A network report with numbered evidence, as 'allygraph report' writes it."""
    made = graph.report(*wanted.entities, depth=wanted.depth, as_of=wanted.as_of, title=wanted.title)
    text = report_html(made) if wanted.format == "html" else report_markdown(made)
    return _file(text.encode(), wanted.title or "report", wanted.format)


@router.post("/export", response_class=Response, responses=_described(*FORMATS))
def export(graph: Graph, wanted: WantedExport) -> Response:
    """The facts with their evidence for another program, as 'allygraph export' writes them."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"network.{wanted.format}")
        graph.export(path, *wanted.entities, depth=wanted.depth, as_of=wanted.as_of)
        return _file(path.read_bytes(), "network", wanted.format)


def _file(content: bytes, title: str, suffix: str) -> Response:
    name = f"{safe_name(title)}.{suffix}"
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": "sandbox",
    }
    return Response(content, media_type=TYPES.get(suffix, BYTES), headers=headers)
