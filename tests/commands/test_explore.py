"""`allygraph explore` as a user runs it: a process of its own, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from allygraph.graph.store import Store

pytestmark = pytest.mark.store


@contextmanager
def explorer(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running explorer, and the address that it printed."""
    command = [sys.executable, "-m", "allygraph", "explore", "--no-browser", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "ALLYGRAPH_TOKEN"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_explorer_serves_the_graph_until_interrupted(remote: Store) -> None:
    """The printed address opens it; Ctrl-C is the usual end and no failure, also with a browser still connected."""
    remote.write("CREATE (:Entity:Organisation {id: 'org-one', name: 'One', kind: 'Organisation'})")
    with explorer() as (process, address), httpx.Client(follow_redirects=True) as browser:
        assert address.startswith("http://127.0.0.1:")
        assert "Allygraph" in browser.get(address).text
        root = address.partition("?")[0]
        assert browser.get(f"{root}api/v1/health").json()["counts"]["entities"] == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_only_this_machine_is_listened_to(remote: Store) -> None:
    """On no other address of it."""
    with explorer() as (_, address), socket.socket() as other:
        port = httpx.URL(address).port
        assert port
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_other_machines_need_a_configured_token(
    remote: Store, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the variable to set."""
    monkeypatch.delenv("ALLYGRAPH_TOKEN", raising=False)
    ran = run("explore", "--no-browser", "--host", "0.0.0.0")
    assert (ran.status, ran.out) == (1, "")
    assert "Set ALLYGRAPH_TOKEN" in " ".join(ran.err.split())


def test_port_that_is_taken_is_named(remote: Store, run: Callable[..., Any]) -> None:
    """With what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("explore", "--no-browser", "--port", port)
    assert ran.status == 1
    assert f"port {port} of 127.0.0.1" in " ".join(ran.err.split())
