"""Saves the graph into one file."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock

from allygraph.graph.errors import ServerError
from allygraph.graph.server.admin import run_admin
from allygraph.graph.server.disk import translate_disk_errors
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.pause import paused
from allygraph.graph.server.program import prepare_program
from allygraph.graph.settings import Settings


def backup(settings: Settings, path: Path, overwrite: bool = False) -> Path:
    """Writes a dump of the graph to the path, which has that name only once it is whole; returns the path.

    A running server is stopped meanwhile and started again. Raises ServerError when there is no graph yet, or the file
    exists and may not be overwritten.
    """
    files = ServerFiles.of(settings)
    path = path.absolute()
    if path.exists() and not overwrite:
        raise ServerError(f"{path} exists already.", "Choose another name, or give --overwrite.")
    if not files.database.exists():
        raise ServerError(f"There is no graph in {files.data} yet.", "Load something first.")
    draft = path.with_name(f"{path.name}.part")
    with translate_disk_errors(path.parent), FileLock(files.lock), paused(settings, files):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                run_admin(files, prepare_program(settings), "database", "dump", "neo4j", "--to-stdout", stdout=file)
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    return path
