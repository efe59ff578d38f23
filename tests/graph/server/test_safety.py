"""What a statement and another user of the machine cannot do to the local server."""

from __future__ import annotations

import stat

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ClientError

from allygraph.graph.server import ServerFiles, ensure_running, status
from allygraph.graph.settings import Address, Settings

pytestmark = pytest.mark.store


def _run(address: Address, statement: str) -> list[dict[str, object]]:
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        return [row.data() for row in driver.execute_query(statement, database_=address.database).records]


def _process(server: Settings) -> psutil.Process:
    pid = status(server).pid
    assert pid is not None
    return psutil.Process(pid)


def test_a_second_start_finds_the_same_server(server: Settings, address: Address) -> None:
    """It gives the same address and starts no process."""
    before = status(server).pid
    assert ensure_running(server) == address
    assert status(server).pid == before


@pytest.mark.parametrize("place", ["file:///etc/hosts", "http://127.0.0.1:1/x", "https://[::1]:1/x"])
def test_load_csv_reads_nothing(address: Address, place: str) -> None:
    """Neither a file of the machine nor any address, this machine's included."""
    with pytest.raises(ClientError, match="Cannot load from URL"):
        _run(address, f"LOAD CSV FROM '{place}' AS line RETURN line")


def test_it_listens_on_loopback_alone(server: Settings) -> None:
    """One TCP port on 127.0.0.1, and nothing that hears or sends datagrams."""
    heard = _process(server).net_connections("tcp")
    places = {it.laddr.ip.removeprefix("::ffff:") for it in heard if it.status == psutil.CONN_LISTEN}
    assert places == {"127.0.0.1"}
    assert _process(server).net_connections("udp") == []


def test_the_password_is_for_its_owner_alone(server: Settings, address: Address) -> None:
    """Its file and the folder are closed to others, and no list of processes shows it."""
    files = ServerFiles.of(server)
    assert stat.S_IMODE(files.password.stat().st_mode) == 0o600
    assert stat.S_IMODE(files.home.stat().st_mode) == 0o700
    assert address.password not in " ".join(_process(server).cmdline())


def test_the_password_cannot_be_taken_for_an_option(address: Address) -> None:
    """Letters and digits only: Neo4j's program would read a leading hyphen as an option."""
    assert address.password.isalnum()


def test_a_wrong_password_is_refused(address: Address) -> None:
    """Authentication is on, and the default password is not the one."""
    with GraphDatabase.driver(address.uri, auth=("neo4j", "neo4j")) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_no_procedure_reaches_a_management_service(address: Address) -> None:
    """The fleet procedures of the newest releases are not there."""
    rows = _run(address, "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'fleet' RETURN name")
    assert rows == []


def test_text_and_vector_indexes_work(address: Address) -> None:
    """The safety settings leave the index procedures usable."""
    _run(address, "CREATE FULLTEXT INDEX trial_text IF NOT EXISTS FOR (n:Trial) ON EACH [n.name]")
    _run(
        address,
        "CREATE VECTOR INDEX trial_vector IF NOT EXISTS FOR (n:Trial) ON n.place "
        "OPTIONS {indexConfig: {`vector.dimensions`: 2, `vector.similarity_function`: 'cosine'}}",
    )
    _run(address, "CALL db.awaitIndexes(30)")
    _run(address, "CREATE (:Trial {name: 'Foundry', place: [1.0, 0.0]})")
    fuzzy = "CALL db.index.fulltext.queryNodes('trial_text', 'Fuondry~') YIELD node RETURN node.name AS name"
    near = "CALL db.index.vector.queryNodes('trial_vector', 1, [1.0, 0.1]) YIELD node RETURN node.name AS name"
    assert _run(address, fuzzy) == _run(address, near) == [{"name": "Foundry"}]


def test_status_says_where_things_are(server: Settings, address: Address) -> None:
    """Address, version and folders, all of which exist."""
    found = status(server)
    assert found.running
    assert found.uri == address.uri
    assert found.version
    assert all(path.exists() for path in (found.data, found.log, found.password))
    assert found.data_size > 0
