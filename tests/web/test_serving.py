"""Where the server listens, and the address that it prints."""

from __future__ import annotations

import socket

import pytest

import allygraph
from allygraph.graph.errors import AllygraphError
from allygraph.web import explore
from allygraph.web.access import Unprotected
from allygraph.web.serving import listen


@pytest.mark.parametrize(("host", "family"), [("127.0.0.1", socket.AF_INET), ("localhost", socket.AF_INET)])
def test_free_port_of_this_machine(host: str, family: socket.AddressFamily) -> None:
    """On loopback alone. The socket says that it is TCP, or asyncio would hold small answers back."""
    with listen(host, 0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.getsockname()[1] > 0
        assert (listening.family, listening.proto) == (family, socket.IPPROTO_TCP)


def test_taken_port_is_an_error() -> None:
    """With the port, and what to do."""
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AllygraphError, match=rf"port {port} of 127\.0\.0\.1"):
            listen("127.0.0.1", port)


def test_unprotected_server_never_listens(graph: allygraph.Workspace) -> None:
    """No address is told, and the token must be long wherever the server listens."""
    told: list[str] = []
    for asked in ({"host": "0.0.0.0"}, {"host": "0.0.0.0", "token": "short"}, {"host": "::"}, {"token": "short"}):
        with pytest.raises(Unprotected):
            explore(graph, **asked, opened=told.append)
    assert told == []
