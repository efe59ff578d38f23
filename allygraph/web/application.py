"""The application: its routes under /api/v1, the gate in front of them, and the page."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware

from allygraph.graph.version import __version__
from allygraph.web.access import Access
from allygraph.web.bodies import Bounded
from allygraph.web.guard import Guard
from allygraph.web.journal import Journal
from allygraph.web.problems import RESPONSES, handle_problems
from allygraph.web.routes import ROUTERS
from allygraph.web.start import router as start
from allygraph.workspace import Workspace

API = "/api/v1"


def app(graph: Workspace, access: Access) -> FastAPI:
    """The application for an open graph; the caller closes the graph."""
    made = FastAPI(
        title="Allygraph",
        summary="Organisations, alliances and the sentence behind every edge.",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        # Both of these pages load their programs from other hosts.
        docs_url=None,
        redoc_url=None,
        # By default requests and errors, with all their text, would go to whatever the environment names.
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
        middleware=[Middleware(Journal), Middleware(Guard, access=access), Middleware(Bounded)],
    )
    made.state.graph = graph
    made.state.access = access
    handle_problems(made)
    interface = APIRouter(prefix=API, responses=RESPONSES)
    for router in ROUTERS:
        interface.include_router(router)
    made.include_router(interface)
    made.include_router(start)
    return made
