"""The server on this machine, from start to Ctrl-C."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from allygraph.graph.errors import AllygraphError
from allygraph.web.access import Access, granted, is_loopback
from allygraph.web.application import app

if TYPE_CHECKING:
    from allygraph.workspace import Workspace


def explore(
    graph: Workspace,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    home: Path | None = None,
    opened: Callable[[str], None] = print,
) -> None:
    """Serves the explorer until it is interrupted; `opened` is called with the address to open once it is there.

    Port 0 takes a free one; `token` is asked for in place of one made at random; files that are handed in are kept
    under `home`, by default the user's data folder. Raises Unprotected for a host that other machines can reach without
    a token of 32 characters or more, AllygraphError where the port is taken.
    """
    access = granted(host, port, token)
    with listen(host, port) as listening:
        chosen = listening.getsockname()[1]
        access = Access(access.token, host, chosen)
        opened(f"http://{_shown(host)}:{chosen}/?token={access.token}")
        with suppress(KeyboardInterrupt):
            server(graph, access, home).run(sockets=[listening])


def server(graph: Workspace, access: Access, home: Path | None = None) -> uvicorn.Server:
    """The server for an open graph, not yet running."""
    return uvicorn.Server(
        uvicorn.Config(
            app(graph, access, home),
            access_log=False,  # it would hold whole addresses, token and all
            log_config=None,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=3,  # seconds; a browser keeps its connection open for much longer
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises AllygraphError where that cannot be."""
    number = "127.0.0.1" if host.casefold() == "localhost" else host
    # The protocol is named, because asyncio sends small answers at once only on a socket that says that it is TCP;
    # otherwise each would wait 40 ms for the other side to acknowledge its head.
    listening = socket.socket(
        socket.AF_INET6 if ":" in number else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((number, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise AllygraphError(
            f"Nothing can listen on port {port} of {host} ({error.strerror}).",
            "Give another --port, or leave it out for a free one.",
        ) from error
    return listening


def _shown(host: str) -> str:
    """The host as this machine's own browser asks for it."""
    if not is_loopback(host) and host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
