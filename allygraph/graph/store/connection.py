"""The connection to Neo4j: the only place that knows the driver. Its errors leave as ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Query
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from allygraph.graph.errors import (
    InvalidStatement,
    StatementTimedOut,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnreachable,
)
from allygraph.graph.settings import Address

Row = dict[str, Any]
_SCHEMES = frozenset(f"{name}{security}" for name in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))
Result = TypeVar("Result")
#: Seconds: long enough for a server that is being started again, and for a lock that another program holds.
PATIENCE = 30.0


class _TakenBack(Exception):
    """Ends a trial: whatever is raised, the driver takes back what was written."""


class Transaction:
    """A transaction of the store: what was written is visible in it, and gone if it fails."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of one statement, as dictionaries by column name."""
        result = self._transaction.run(cypher, dict(parameters or {}))
        return [record.data() for record in result]


class Store:
    """A connected Neo4j database. Use as a context manager, or call `close`."""

    def __init__(self, driver: Driver, address: Address) -> None:
        self._driver = driver
        self.address = address

    @classmethod
    def connect(cls, address: Address, *, patience: float = PATIENCE) -> Self:
        """Opens a connection and checks that it answers; raises StoreUnreachable or StoreRefused.

        Work that fails because the server is busy or gone is tried again for `patience` seconds.
        """
        with _translated(address), _addressed(address):
            driver = GraphDatabase.driver(
                address.uri,
                auth=(address.user, address.password) if address.password else None,
                connection_timeout=10,
                max_transaction_retry_time=patience,
                notifications_min_severity="OFF",
            )
            try:
                driver.verify_connectivity()
                driver.execute_query("RETURN 1", database_=address.database)
            except BaseException:
                driver.close()
                raise
        return cls(driver, address)

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of a statement that only reads."""
        return self.in_read(lambda transaction: transaction.run(cypher, parameters))

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of a statement that may write, in a transaction of its own."""
        return self.in_write(lambda transaction: transaction.run(cypher, parameters))

    def in_read(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` gives inside one read transaction, tried again when the server asks for it."""
        with _translated(self.address), self._driver.session(database=self.address.database) as session:
            return session.execute_read(lambda transaction: work(Transaction(transaction)))

    def in_write(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` gives inside one write transaction, tried again when the server asks for it."""
        with _translated(self.address), self._driver.session(database=self.address.database) as session:
            return session.execute_write(lambda transaction: work(Transaction(transaction)))

    def in_trial(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` gives inside a write transaction that is then taken back: what would come of it, and no more.

        While it lasts, others wait for what it writes.
        """

        given: list[Result] = []

        def tried(transaction: ManagedTransaction) -> None:
            given[:] = [work(Transaction(transaction))]
            raise _TakenBack

        with (
            suppress(_TakenBack),
            _translated(self.address),
            self._driver.session(database=self.address.database) as session,
        ):
            session.execute_write(tried)
        return given[0]

    def explain(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
        """The type of a statement (`r`, `rw`, `w`, `s`) and its plan, without running it."""
        with (
            _translated(self.address),
            self._driver.session(database=self.address.database, default_access_mode=READ_ACCESS) as session,
        ):
            # On a line of its own, so that a mistake is found in the column where the user made it.
            summary = session.run("EXPLAIN\n" + cypher, dict(parameters or {})).consume()
            return summary.query_type or "", summary.plan or {}

    def values(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        rows: slice = slice(None),
        timeout: float | None = None,
    ) -> tuple[tuple[str, ...], list[Row]]:
        """Column names and rows of a user's statement, nodes and relationships as plain dictionaries.

        Only the `rows` asked for are fetched; raises StatementTimedOut after `timeout` seconds.
        """
        access = WRITE_ACCESS if write else READ_ACCESS
        with (
            _translated(self.address),
            self._driver.session(database=self.address.database, default_access_mode=access) as session,
        ):
            result = session.run(Query(cypher, timeout=timeout), dict(parameters or {}))
            columns = tuple(result.keys())
            records = islice(result, rows.start, rows.stop, rows.step)
            return columns, [dict(zip(columns, map(_plain, record.values()), strict=True)) for record in records]

    def mark(self) -> str:
        """A text that differs once anything has been committed to the database since; O(1), whatever its size."""
        with (
            _translated(self.address),
            self._driver.session(database=self.address.database, default_access_mode=READ_ACCESS) as session,
        ):
            # Tried once: whoever asks every second must hear at once that the server is gone.
            session.run("RETURN 1").consume()
            # A bookmark names the last transaction that the server has committed.
            return " ".join(sorted(session.last_bookmarks().raw_values))

    def version(self) -> str:
        """The version of the server, such as `2026.09.0`."""
        rows = self.read(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS v"
        )
        return str(rows[0]["v"])

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def _translated(address: Address) -> Iterator[None]:
    try:
        yield
    except AuthError as error:
        raise StoreRefused(
            f"{address.uri} turned away the user '{address.user}'.",
            "Check NEO4J_USERNAME and NEO4J_PASSWORD.",
        ) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise StoreUnreachable(
            f"Nothing that speaks Bolt answers at {address.uri}.",
            "Check NEO4J_URI, or unset it to use the local server.",
        ) from error
    except ClientError as error:
        if error.code and "DatabaseNotFound" in error.code:
            raise StoreRefused(
                f"{address.uri} has no database '{address.database}'.", "Check NEO4J_DATABASE."
            ) from error
        if error.code and "TransactionTimedOut" in error.code:
            raise StatementTimedOut(
                "The statement took longer than it was given, and was ended.", "Narrow it, or ask for fewer rows."
            ) from error
        if error.code and error.code.startswith("Neo.ClientError.Statement"):
            raise InvalidStatement(_first_line(error)) from error
        raise StoreError(_first_line(error)) from error
    except Neo4jError as error:
        if any(sign in str(error).casefold() for sign in _CANNOT_WRITE):
            said = _first_line(error)[:80].rpartition(" ")[0] + " ..."
            raise StoreFull(
                f"The store at {address.uri} cannot write to its disk, which is probably full: {said}",
                "Free disk space, end the server (allygraph db stop) and run it again; nothing is half written.",
            ) from error
        raise StoreError(_first_line(error)) from error
    except DriverError as error:
        raise StoreError(_first_line(error)) from error


@contextmanager
def _addressed(address: Address) -> Iterator[None]:
    remedy = "An address looks like bolt://localhost:7687 or neo4j+s://HOST."
    if address.uri.partition("://")[0] not in _SCHEMES:
        raise StoreUnreachable(f"'{address.uri}' is not the address of a Neo4j.", remedy)
    try:
        yield
    except (ConfigurationError, ValueError, OSError) as error:
        raise StoreUnreachable(f"'{address.uri}' cannot be used ({_first_line(error)}).", remedy) from error


#: What Neo4j says when its disk is full; after the second it answers nothing else until it is started again.
_CANNOT_WRITE = ("no space left", "could not append transaction", "critical error, and needs to be restarted", "disk")


def _first_line(error: Exception) -> str:
    message = getattr(error, "message", None) or str(error)
    return str(message).strip().splitlines()[0] if str(message).strip() else type(error).__name__


def _plain(value: Any) -> Any:
    """Nodes, relationships, paths and temporal values as dictionaries, lists and strings."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), **{key: _plain(item) for key, item in value.items()}}
    if hasattr(value, "relationships"):
        return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
    if hasattr(value, "nodes") and hasattr(value, "type"):
        return {"type": value.type, **{key: _plain(item) for key, item in value.items()}}
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value
