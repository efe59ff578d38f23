"""Running the command line inside the test process, against the session's server."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from allygraph.commands import main
from allygraph.graph.settings import Address
from allygraph.graph.store import Store


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status, and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs `allygraph` with these arguments."""

    def run_command(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["allygraph", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return run_command


@pytest.fixture
def remote(store: Store, address: Address, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The session's server, empty, as the user's own Neo4j: by address and password in the environment."""
    monkeypatch.setenv("NEO4J_URI", address.uri)
    monkeypatch.setenv("NEO4J_USERNAME", address.user)
    monkeypatch.setenv("NEO4J_PASSWORD", address.password)
    monkeypatch.setenv("NEO4J_DATABASE", address.database)
    return store
