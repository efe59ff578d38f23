"""The Java process of the server: what is recorded of it, whether it is ours, and how it ends."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, dataclass

import psutil

from allygraph.graph.server.files import ServerFiles

# Bolt's magic number, then four versions to choose from: a range of 5.x, 4.4, and two left empty.
_HANDSHAKE = bytes.fromhex("6060b017 00080805 00000404 00000000 00000000")

# A stop writes what is in memory to disk; on a slow disk that takes long, and cutting it short costs a recovery.
_STOP_SECONDS = 60


@dataclass(frozen=True, slots=True)
class State:
    """The last start: `pid` is None after an orderly stop; the port is tried again at the next start."""

    pid: int | None
    port: int
    version: str


def read_state(files: ServerFiles) -> State | None:
    """What was recorded; None before the first start or when the record cannot be read."""
    try:
        return State(**json.loads(files.state.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def write_state(files: ServerFiles, state: State) -> None:
    """Replaces the record at once, so that no reader sees half of it."""
    draft = files.state.with_suffix(".part")
    draft.write_text(json.dumps(asdict(state)), "utf-8")
    draft.replace(files.state)


def home_argument(files: ServerFiles) -> str:
    """The argument by which our process is known among all others."""
    return f"--home-dir={files.home}"


def find_process(files: ServerFiles, state: State | None) -> psutil.Process | None:
    """The recorded process, if it lives and is our server; a pid that went to another program is not."""
    if state is None or state.pid is None:
        return None
    try:
        process = psutil.Process(state.pid)
        is_ours = home_argument(files) in process.cmdline() and not has_ended(process)
    except psutil.Error:
        return None
    return process if is_ours else None


def has_ended(process: psutil.Process) -> bool:
    """Whether it runs no more, though its parent may not have taken notice yet."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def listens_on(process: psutil.Process, port: int) -> bool:
    """Whether it is this process that listens on the port."""
    try:
        connections = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(it.status == psutil.CONN_LISTEN and it.laddr.port == port for it in connections)


def answers_bolt(port: int) -> bool:
    """Whether something on this loopback port agrees to speak Bolt."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.settimeout(2)
            connection.sendall(_HANDSHAKE)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def end_process(process: psutil.Process) -> None:
    """Asks the server to stop and waits for it; after a minute it is killed, which Neo4j recovers from."""
    try:
        process.terminate()
        process.wait(_STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(_STOP_SECONDS)
    except psutil.NoSuchProcess:
        return


def choose_port(preferred: int | None) -> int:
    """The preferred loopback port if it is free, else one the system picks."""
    for port in (preferred, 0):
        if port is None:
            continue
        with socket.socket() as probe:
            # Connections of the last run may linger for a minute; they do not keep a server from the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("The system has no free loopback port.")
