"""The small parts of the server that need no server."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from allygraph.graph.errors import StartFailed, UnknownName
from allygraph.graph.server import ensure_running, status
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.java import find_java, read_major
from allygraph.graph.server.process import State, choose_port, find_process, read_state, write_state
from allygraph.graph.server.versions import all_versions, find_version
from allygraph.graph.settings import ServerOptions, Settings


def test_a_release_is_found_by_the_beginning_of_its_name() -> None:
    """Whole parts count: 5.26 is one, 5.2 is not."""
    assert find_version("5.26").name.startswith("5.26.")
    assert find_version(None) == all_versions()[0]
    with pytest.raises(UnknownName):
        find_version("5.2")


def test_a_chosen_java_that_does_not_fit_is_refused() -> None:
    """It is named in the error, not replaced behind the user's back."""
    with pytest.raises(StartFailed, match="is not a Java program"):
        find_java(find_version(None), Path("unused"), chosen=sys.executable)


def test_the_packaged_java_runs_the_newest_release() -> None:
    """Nothing need be installed on the machine for the default."""
    newest = find_version(None)
    assert read_major(find_java(newest, Path("unused"))) in newest.java


def test_the_pid_of_another_process_is_not_the_server(tmp_path: Path) -> None:
    """Neither this test's own nor one that no process has."""
    files = ServerFiles.of(Settings(home=tmp_path))
    assert find_process(files, State(os.getpid(), 1, "x")) is None
    assert find_process(files, State(2**22 + 1, 1, "x")) is None


def test_a_damaged_record_counts_as_none(tmp_path: Path) -> None:
    """A record that was read back is the one written; a cut one is as if there were none."""
    files = ServerFiles.of(Settings(home=tmp_path))
    files.home.mkdir()
    write_state(files, State(1, 2, "x"))
    assert read_state(files) == State(1, 2, "x")
    files.state.write_text('{"pid": 1')
    assert read_state(files) is None


def test_a_taken_port_is_avoided() -> None:
    """A free port is kept, an occupied one replaced."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert choose_port(port) != port
    assert choose_port(port) == port


def test_a_home_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """A file where the folder should be: the error says so before anything is fetched."""
    (tmp_path / "file").write_text("")
    options = ServerOptions(repository="http://127.0.0.1:1")
    with pytest.raises(StartFailed, match="cannot write"):
        ensure_running(Settings(home=tmp_path / "file" / "home", server=options))


def test_status_of_a_home_that_was_never_used(tmp_path: Path) -> None:
    """Nothing runs, and asking creates nothing."""
    found = status(Settings(home=tmp_path / "new"))
    assert not found.running
    assert found.version is None
    assert not (tmp_path / "new").exists()
