"""Allygraph: a knowledge graph of organisations and alliances, with the sentence behind every edge.

import allygraph

with allygraph.connect() as graph:
    graph.load("newsletters/")
    graph.query("alliances_of", organisation="C2CX").to_frame()
    graph.view("C2CX")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allygraph.graph.errors import AllygraphError
    from allygraph.graph.model import LoadResult
    from allygraph.graph.settings import Address, Settings
    from allygraph.graph.version import __version__
    from allygraph.queries.answer import Answer
    from allygraph.queries.catalogue import questions
    from allygraph.web import explore
    from allygraph.workspace import Page, Workspace, connect, save_report

__all__ = [
    "Address",
    "AllygraphError",
    "Answer",
    "LoadResult",
    "Page",
    "Settings",
    "Workspace",
    "__version__",
    "connect",
    "explore",
    "questions",
    "save_report",
]

_HOMES = {
    "Address": "graph.settings",
    "AllygraphError": "graph.errors",
    "Answer": "queries.answer",
    "LoadResult": "graph.model",
    "Page": "workspace",
    "Settings": "graph.settings",
    "Workspace": "workspace",
    "__version__": "graph.version",
    "connect": "workspace",
    "explore": "web",
    "questions": "queries.catalogue",
    "save_report": "workspace",
}


def __getattr__(name: str) -> object:
    # The database driver takes half a second to import, which commands that need no database would pay too.
    if name not in _HOMES:
        raise AttributeError(f"module 'allygraph' has no attribute '{name}'")
    return getattr(import_module(f"allygraph.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
