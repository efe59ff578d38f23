"""What can be said about the local server without starting it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from allygraph.graph.server.disk import measure_size
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.process import answers_bolt, find_process, read_state
from allygraph.graph.settings import Settings


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """The server as it is now; `pid` and `uri` are None when it does not run, `version` before its first start.

    Sizes are bytes on the disk: `data_size` the graph, `cache_size` what can be downloaded again.
    """

    running: bool
    pid: int | None
    uri: str | None
    version: str | None
    data: Path
    log: Path
    password: Path
    data_size: int
    cache_size: int


def status(settings: Settings) -> ServerStatus:
    """Looks at the recorded process and port; `running` means that it answers."""
    files = ServerFiles.of(settings)
    state = read_state(files)
    process = find_process(files, state)
    return ServerStatus(
        running=bool(state and process and answers_bolt(state.port)),
        pid=process.pid if process else None,
        uri=f"bolt://127.0.0.1:{state.port}" if state and process else None,
        version=state.version if state else None,
        data=files.data,
        log=files.console,
        password=files.password,
        data_size=measure_size(files.data),
        cache_size=measure_size(files.cache),
    )
