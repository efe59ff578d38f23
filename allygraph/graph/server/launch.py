"""Starts the Java process and waits until it takes statements."""

from __future__ import annotations

import subprocess
import time
from dataclasses import replace
from pathlib import Path

import psutil

from allygraph.graph.errors import StartFailed, StoreFull
from allygraph.graph.server.configuration import write_configuration
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.greeting import await_graph
from allygraph.graph.server.password import USER, ensure_password, read_password
from allygraph.graph.server.process import (
    State,
    answers_bolt,
    choose_port,
    end_process,
    has_ended,
    home_argument,
    listens_on,
    write_state,
)
from allygraph.graph.server.program import Program, java_arguments, write_arguments
from allygraph.graph.settings import Address

# After a crash Neo4j first replays its log, which for a big graph may take minutes.
_START_SECONDS = 600
_PORT_ATTEMPTS = 3
_PORT_TAKEN = ("Address already in use", "BindException")
_DISK_FULL = ("No space left on device", "Disk quota exceeded")


def start_process(files: ServerFiles, program: Program, port: int | None, extra: tuple[str, ...] = ()) -> State:
    """Starts the server on that port, or on another if it is taken, and waits for it; `extra` goes to Java.

    Raises StartFailed or StoreFull with what the log tells.
    """
    for _ in range(_PORT_ATTEMPTS):
        state = State(None, choose_port(port), program.version.name)
        write_configuration(files, program.version, state.port)
        ensure_password(files, program)
        process = _spawn(files, program, extra)
        state = replace(state, pid=process.pid)
        # Recorded before the wait: if this command dies now, the next one finds the server it started.
        write_state(files, state)
        if wait_until_ready(files, state, process):
            return state
        _raise_unless_port_taken(files.console)
        # Between our look and the server's own, another program took the port.
        port = None
    raise StartFailed("The local Neo4j found no free loopback port.", "Try again.", str(files.console))


def _spawn(files: ServerFiles, program: Program, extra: tuple[str, ...]) -> psutil.Popen:
    arguments = files.home / "java-arguments"
    write_arguments(arguments, java_arguments(program, extra))
    files.logs.mkdir(parents=True, exist_ok=True)
    places = (home_argument(files), f"--config-dir={files.conf}")
    command = [str(program.java), f"@{arguments}", program.version.main, *places, "--console-mode"]
    with files.console.open("wb") as console:
        # A session of its own: neither Ctrl-C nor the end of the terminal that started it reaches the server.
        return psutil.Popen(
            command, stdin=subprocess.DEVNULL, stdout=console, stderr=console, cwd=files.home, start_new_session=True
        )


def wait_until_ready(files: ServerFiles, state: State, process: psutil.Process) -> bool:
    """True when the server has answered a statement, False when it has ended.

    Raises StartFailed when its graph cannot be opened or it takes longer than ten minutes.
    """
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if has_ended(process):
            return False
        if listens_on(process, state.port) and answers_bolt(state.port):
            try:
                await_graph(files, address_of(files, state))
            except StartFailed:
                # Left running, it would pass for a server that is up.
                end_process(process)
                raise
            return True
        time.sleep(0.05)
    raise StartFailed(
        f"The local Neo4j did not answer within {_START_SECONDS} seconds.",
        f"Its log {files.console} may tell why; `allygraph db stop` ends it.",
        str(files.console),
    )


def address_of(files: ServerFiles, state: State) -> Address:
    """Where the server answers, with its password."""
    return Address(f"bolt://127.0.0.1:{state.port}", USER, read_password(files))


def _raise_unless_port_taken(console: Path) -> None:
    text = console.read_text("utf-8", errors="replace")
    if any(sign in text for sign in _PORT_TAKEN):
        return
    said = " ".join(_telling_lines(text)) or "It printed nothing."
    if any(sign in text for sign in _DISK_FULL):
        raise StoreFull(f"The local Neo4j found the disk full: {said}", "Free some space and start again.")
    raise StartFailed(f"The local Neo4j ended while starting: {said}", f"Its whole log is {console}.", str(console))


def _telling_lines(text: str) -> list[str]:
    """At most four lines, the last ones that name an error, or else simply the last."""
    noise = ("\tat ", "WARNING:")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith(noise)]
    signs = ("error", "exception", "caused by", "could not", "failed", "invalid")
    telling = [line for line in lines if any(sign in line.lower() for sign in signs) and "[warning]" not in line]
    return (telling or lines)[-4:]
