"""Brings the local server up, or finds it up."""

from __future__ import annotations

from filelock import FileLock

from allygraph.graph.server.disk import check_space, translate_disk_errors
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.jars import Progress
from allygraph.graph.server.launch import address_of, start_process, wait_until_ready
from allygraph.graph.server.process import State, answers_bolt, find_process, listens_on, read_state
from allygraph.graph.server.program import Program, prepare_program
from allygraph.graph.server.replacement import undo_replacement
from allygraph.graph.server.training import begin_training, use_cache
from allygraph.graph.settings import Address, Settings


def ensure_running(settings: Settings, progress: Progress | None = None) -> Address:
    """The address of the local server, which is started if it does not run, and answers when this returns.

    The first call downloads the server and reports on it through `progress`. The server outlives the calling process.
    Two processes may call at once and get the same server. Raises FetchFailed, StartFailed or StoreFull.
    """
    files = ServerFiles.of(settings)
    with translate_disk_errors(files.home):
        make_home(files)
        with FileLock(files.lock):
            return address_of(files, bring_up(settings, files, progress))


def make_home(files: ServerFiles) -> None:
    """Makes the folder of the server, closed to other users: it holds the graph and the password."""
    files.home.mkdir(mode=0o700, parents=True, exist_ok=True)


def bring_up(settings: Settings, files: ServerFiles, progress: Progress | None = None) -> State:
    """The state of the running server, started if need be. The caller holds the lock."""
    state = read_state(files)
    process = find_process(files, state)
    if state and process:
        if listens_on(process, state.port) and answers_bolt(state.port):
            return state
        # It is still coming up, started by a command that has gone; or it is just ending, then another takes its place.
        if wait_until_ready(files, state, process):
            return state
    undo_replacement(files)
    return start_anew(files, prepare_program(settings, progress))


def start_anew(files: ServerFiles, program: Program) -> State:
    """Starts the server on the port of its last start if that is free. The caller holds the lock."""
    check_space(files.home)
    state = read_state(files)
    started = start_process(files, program, state.port if state else None, use_cache(files, program))
    begin_training(files, program)
    return started
