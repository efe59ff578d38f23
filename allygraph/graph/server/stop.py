"""Ends the local server."""

from __future__ import annotations

from dataclasses import replace

from filelock import FileLock

from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.process import end_process, find_process, read_state, write_state
from allygraph.graph.settings import Settings


def stop(settings: Settings) -> bool:
    """Ends the server in good order, which takes some seconds; False when none was running."""
    files = ServerFiles.of(settings)
    if not files.home.exists():
        return False
    with FileLock(files.lock):
        return take_down(files)


def take_down(files: ServerFiles) -> bool:
    """Ends the server; False when none was running. The caller holds the lock."""
    state = read_state(files)
    process = find_process(files, state)
    if state is None or process is None:
        return False
    end_process(process)
    write_state(files, replace(state, pid=None))
    return True
