"""Brings a saved graph back."""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock

from allygraph.graph.errors import InputError, ServerError
from allygraph.graph.server.admin import run_admin
from allygraph.graph.server.configuration import write_configuration
from allygraph.graph.server.disk import translate_disk_errors
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.password import ensure_password, read_password, set_initial_password
from allygraph.graph.server.pause import paused
from allygraph.graph.server.program import Program, prepare_program
from allygraph.graph.server.replacement import finish_replacement, replace_data, undo_replacement
from allygraph.graph.server.start import make_home, start_anew
from allygraph.graph.server.stop import take_down
from allygraph.graph.settings import Settings


def restore(settings: Settings, path: Path, overwrite: bool = False) -> None:
    """Makes the dump at the path the graph of the local server, which runs afterwards if it ran before.

    The old graph is given up only when the restored one has come up. Raises InputError when there is no such file,
    ServerError when there is a graph that may not be overwritten, or when the dump is broken, which leaves the old
    graph untouched.
    """
    files = ServerFiles.of(settings)
    path = path.absolute()
    if not path.is_file():
        raise InputError(str(path), f"There is no file {path}.", "Name a file that a backup has written.")
    with translate_disk_errors(files.home):
        make_home(files)
        with FileLock(files.lock):
            if files.database.exists() and not overwrite:
                raise ServerError(
                    f"{files.data} holds a graph already.",
                    "Give --overwrite to replace it.",
                )
            program = prepare_program(settings)
            scratch = ServerFiles(home=files.home / "restoring", cache=files.cache)
            try:
                _load(files, scratch, program, path)
                with paused(settings, files) as ran:
                    _replace_stopped(files, scratch, program, path)
                    if not ran:
                        take_down(files)
            finally:
                shutil.rmtree(scratch.home, ignore_errors=True)


def _load(files: ServerFiles, scratch: ServerFiles, program: Program, path: Path) -> None:
    """Builds the data of a new server around the dump, apart from the old, which may go on running meanwhile."""
    if not read_password(files):
        write_configuration(files, program.version, port=0)
        ensure_password(files, program)
    shutil.rmtree(scratch.home, ignore_errors=True)
    write_configuration(scratch, program.version, port=0)
    set_initial_password(scratch, program, read_password(files))
    with path.open("rb") as file:
        run_admin(scratch, program, "database", "load", "neo4j", "--from-stdin", stdin=file)


def _replace_stopped(files: ServerFiles, scratch: ServerFiles, program: Program, path: Path) -> None:
    undo_replacement(files)
    replace_data(files, scratch)
    try:
        start_anew(files, program)
    except ServerError as error:
        take_down(files)
        undo_replacement(files)
        raise ServerError(f"The graph in {path} was read but does not come up; the old one is back. {error}") from error
    finish_replacement(files)
