"""Where the sample documents lie, and how a test reads one."""

from __future__ import annotations

from pathlib import Path

from allygraph.graph.model import Skipped
from allygraph.loaders.documents import ReadDocument, read_inputs

DATA = Path(__file__).parents[2] / "data" / "documents"


def read_one(path: Path) -> ReadDocument:
    """The only document that a file holds."""
    [read] = [one for one in read_inputs([path]) if isinstance(one, ReadDocument)]
    return read


def reasons(*paths: str | Path) -> list[str]:
    """Why the paths were skipped, in order."""
    return [one.reason for one in read_inputs(paths) if isinstance(one, Skipped)]


def texts(read: ReadDocument) -> list[str]:
    """The passages of a document."""
    return [passage.text for passage in read.passages]
