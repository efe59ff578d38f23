"""The first statement to a server whose port has opened: does it take our password, and has it its graph?"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from allygraph.graph.errors import StartFailed
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.settings import Address

if TYPE_CHECKING:
    from neo4j import Driver

# The graph is opened before the port; what is left takes a second.
_GRAPH_SECONDS = 60


def await_graph(files: ServerFiles, address: Address) -> None:
    """Returns when the graph answers; raises StartFailed when it never will."""
    # Imported late: the driver takes 1.4 s, and a server that is up is found without it.
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    deadline = time.monotonic() + _GRAPH_SECONDS
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        while True:
            try:
                _run(driver, address.database, "RETURN 1")
                return
            except AuthError as error:
                raise StartFailed(
                    f"The local Neo4j does not accept the password in {files.password}.",
                    "Bring back the file that belongs to its data, or restore a backup into a new ALLYGRAPH_HOME.",
                    str(files.console),
                ) from error
            except (Neo4jError, DriverError) as error:
                reason = _read_failure(driver, address.database)
                if reason or time.monotonic() > deadline:
                    raise StartFailed(
                        f"The local Neo4j could not open its graph: {reason or error}",
                        f"{files.logs / 'debug.log'} tells more; `allygraph db restore` can put a backup in its place.",
                        str(files.logs / "debug.log"),
                    ) from error
            time.sleep(0.1)


def _read_failure(driver: Driver, database: str) -> str:
    """What the server says of a database that failed to open; empty while there is hope."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        return _run(driver, "system", f"SHOW DATABASE {database} YIELD statusMessage")
    except (Neo4jError, DriverError):
        return ""


def _run(driver: Driver, database: str, statement: str) -> str:
    """The first value of the answer as text. Sent once: the driver's own retries would hide the reason for 30 s."""
    with driver.session(database=database) as session:
        row = session.run(statement).single()
        return str(row[0] or "") if row else ""
