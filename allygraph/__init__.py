"""Allygraph: a knowledge graph of organisations and alliances, with the sentence behind every edge.

import allygraph

with allygraph.connect() as graph:
    graph.load("newsletters/")
    graph.query("alliances_of", organisation="C2CX").to_frame()
    graph.view("C2CX")
"""

from allygraph.graph.errors import AllygraphError
from allygraph.graph.model import LoadResult
from allygraph.graph.settings import Address, Settings
from allygraph.graph.version import __version__
from allygraph.queries.answer import Answer
from allygraph.queries.catalogue import questions
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
    "questions",
    "save_report",
]
