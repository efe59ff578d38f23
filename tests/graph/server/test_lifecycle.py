"""One server of its own through its life: started, killed, stopped, saved, restored. The tests build on each other."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase

from allygraph.graph.errors import ServerError, StartFailed
from allygraph.graph.server import ServerFiles, backup, ensure_running, restore, status, stop
from allygraph.graph.settings import ServerOptions, Settings

pytestmark = pytest.mark.store

# What a command does that uses the store and ends: argv is home, cache, version.
_COMMAND = """
import sys
from pathlib import Path
from allygraph.graph.server import ensure_running, status
from allygraph.graph.settings import ServerOptions, Settings
options = ServerOptions(version=sys.argv[3] or None, cache=Path(sys.argv[2]), java=sys.argv[4] or None)
settings = Settings(home=Path(sys.argv[1]), server=options)
ensure_running(settings)
print(status(settings).pid)
"""


@pytest.fixture(scope="module")
def own(server_options: ServerOptions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    settings = Settings(home=tmp_path_factory.mktemp("own"), server=server_options)
    yield settings
    stop(settings)


@pytest.fixture(scope="module")
def dump(own: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup that holds the words kept and saved."""
    _write(own, "saved")
    return backup(own, tmp_path_factory.mktemp("dumps") / "graph.dump")


def _start_command(settings: Settings) -> subprocess.Popen[str]:
    options = settings.server
    words = [str(settings.home), str(options.cache), options.version or "", options.java or ""]
    return subprocess.Popen([sys.executable, "-c", _COMMAND, *words], stdout=subprocess.PIPE, text=True)


def _write(settings: Settings, word: str) -> None:
    _run(settings, f"MERGE (:Word {{text: '{word}'}})")


def _words(settings: Settings) -> set[str]:
    return {str(row[0]) for row in _run(settings, "MATCH (n:Word) RETURN n.text")}


def _run(settings: Settings, statement: str) -> list[tuple[object, ...]]:
    it = ensure_running(settings)
    with GraphDatabase.driver(it.uri, auth=(it.user, it.password)) as driver:
        return [tuple(row.values()) for row in driver.execute_query(statement, database_=it.database).records]


def test_two_commands_that_start_at_once_get_one_server(own: Settings) -> None:
    """Both find the same process, and it outlives them."""
    commands = [_start_command(own), _start_command(own)]
    pids = {int(command.communicate()[0]) for command in commands}
    assert pids == {status(own).pid}
    assert status(own).running


def test_the_server_has_a_session_of_its_own(own: Settings) -> None:
    """Neither Ctrl-C nor a closed terminal reaches it."""
    pid = status(own).pid
    assert pid is not None
    assert os.getsid(pid) == pid


def test_a_killed_server_comes_back_with_its_data(own: Settings) -> None:
    """After kill -9 the recorded pid is stale; the next command starts a server that recovers what was written."""
    _write(own, "kept")
    killed = status(own).pid
    assert killed is not None
    psutil.Process(killed).kill()
    assert _words(own) == {"kept"}
    assert status(own).pid != killed


def test_stop_ends_the_process_once(own: Settings) -> None:
    """The first stop ends it, the second finds nothing to do."""
    pid = status(own).pid
    assert pid is not None
    assert stop(own)
    assert not psutil.pid_exists(pid)
    assert not stop(own)
    assert not status(own).running


def test_a_port_and_a_pid_taken_by_others_do_not_matter(own: Settings) -> None:
    """With the old port occupied and the recorded pid given to this very test, a start finds another port."""
    files = ServerFiles.of(own)
    state = json.loads(files.state.read_text())
    with socket.socket() as squatter:
        squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        squatter.bind(("127.0.0.1", state["port"]))
        squatter.listen()
        files.state.write_text(json.dumps({**state, "pid": os.getpid()}))
        assert _words(own) == {"kept"}
    assert status(own).uri != f"bolt://127.0.0.1:{state['port']}"


def test_a_backup_leaves_the_server_running(own: Settings, dump: Path) -> None:
    """The dump is there under its name alone, with no half-written file beside it."""
    assert [path.name for path in dump.parent.iterdir()] == ["graph.dump"]
    assert status(own).running


def test_a_backup_does_not_overwrite_unless_told(own: Settings, dump: Path) -> None:
    """An existing file is refused and stays as it was."""
    before = dump.read_bytes()
    with pytest.raises(ServerError, match="exists already"):
        backup(own, dump)
    assert dump.read_bytes() == before


def test_a_restoration_does_not_overwrite_unless_told(own: Settings, dump: Path) -> None:
    """A graph that is there is refused and stays."""
    with pytest.raises(ServerError, match="holds a graph already"):
        restore(own, dump)
    assert _words(own) == {"kept", "saved"}


def test_a_broken_dump_costs_nothing(own: Settings, dump: Path, tmp_path: Path) -> None:
    """The server is not even stopped for a dump that cannot be read."""
    broken = tmp_path / "broken.dump"
    broken.write_bytes(dump.read_bytes()[:-100])
    pid = status(own).pid
    with pytest.raises(ServerError):
        restore(own, broken, overwrite=True)
    assert status(own).pid == pid
    assert _words(own) == {"kept", "saved"}


def test_a_restoration_brings_the_saved_graph_back(own: Settings, dump: Path) -> None:
    """What was written since the backup is gone, what it held is there, and nothing lies aside."""
    _write(own, "later")
    restore(own, dump, overwrite=True)
    assert _words(own) == {"kept", "saved"}
    assert not ServerFiles.of(own).replaced.exists()


def test_a_restoration_that_was_cut_is_undone_by_the_next_start(own: Settings) -> None:
    """With the old data still aside, they come back."""
    stop(own)
    files = ServerFiles.of(own)
    files.data.replace(files.replaced)
    files.data.mkdir()
    assert _words(own) == {"kept", "saved"}


def test_a_graph_that_cannot_be_opened_is_named(own: Settings) -> None:
    """The error names the log that tells more, and no half-working server stays."""
    stop(own)
    files = ServerFiles.of(own)
    files.database.rename(files.database.with_name("aside"))
    files.database.write_text("not a folder")
    with pytest.raises(StartFailed, match="could not open its graph") as caught:
        ensure_running(own)
    assert Path(caught.value.log).exists()
    assert not status(own).running
