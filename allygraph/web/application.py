"""The application: its routes under /api/v1, the gate in front of them, and the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from allygraph.graph.settings import Settings
from allygraph.graph.version import __version__
from allygraph.web.access import Access
from allygraph.web.bodies import MOST_FILE_BYTES, Bounded
from allygraph.web.guard import Guard
from allygraph.web.journal import Journal
from allygraph.web.loading import Loading
from allygraph.web.problems import RESPONSES, handle_problems
from allygraph.web.remembered import Remembered
from allygraph.web.routes import ROUTERS
from allygraph.web.start import router as start
from allygraph.workspace import Workspace

API = "/api/v1"


def app(graph: Workspace, access: Access, home: Path | None = None) -> FastAPI:
    """The application for an open graph; the caller closes the graph.

    Files that are handed in are kept under `home`, by default the user's data folder.
    """
    loading = Loading(graph)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(loading.close)

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
        lifespan=lifespan,
        middleware=[
            Middleware(Journal),
            Middleware(Guard, access=access),
            Middleware(Bounded, larger={f"{API}/loads": MOST_FILE_BYTES}),
        ],
    )
    made.state.graph = graph
    made.state.access = access
    made.state.loading = loading
    made.state.uploads = (home or Settings.from_environment().home) / "uploads"
    made.state.remembered = Remembered(graph.store)
    handle_problems(made)
    interface = APIRouter(prefix=API, responses=RESPONSES)
    for router in ROUTERS:
        interface.include_router(router)
    made.include_router(interface)
    made.include_router(start)
    return made
