"""The connection: its errors, its schema, and Cypher that can only read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allygraph.graph.errors import (
    InvalidStatement,
    NotReadOnly,
    StatementTimedOut,
    StoreError,
    StoreRefused,
    StoreUnreachable,
)
from allygraph.graph.settings import Address
from allygraph.graph.store import Store, apply_schema, read_only

pytestmark = pytest.mark.store


def test_nothing_answers() -> None:
    """A closed port is named, with what to check."""
    with pytest.raises(StoreUnreachable, match="NEO4J_URI"):
        Store.connect(Address("bolt://127.0.0.1:1", "neo4j", "secret"))


@pytest.mark.parametrize("uri", ["nonsense", "http://localhost:7474", "bolt://"])
def test_no_address_at_all(uri: str) -> None:
    """What is no address is said to be none."""
    with pytest.raises(StoreUnreachable):
        Store.connect(Address(uri, "neo4j", "secret"))


def test_wrong_password(address: Address) -> None:
    """A refused password says which variables to check."""
    with pytest.raises(StoreRefused, match="NEO4J_PASSWORD"):
        Store.connect(replace(address, password="wrong-password"))


def test_unknown_database(address: Address) -> None:
    """A database that is not there is named."""
    with pytest.raises(StoreRefused, match="elsewhere"):
        Store.connect(replace(address, database="elsewhere"))


def test_schema_is_applied_once(store: Store) -> None:
    """Files that were applied before are not applied again."""
    assert apply_schema(store) == ()
    names = [row["name"] for row in store.read("MATCH (c:SchemaChange) RETURN c.name AS name ORDER BY name")]
    assert names == sorted(names)
    assert names[0] == "0001_identity"


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    """What a transaction wrote before it failed is gone."""

    def work(transaction: object) -> None:
        transaction.run("CREATE (:Source {id: 'half'})")  # type: ignore[attr-defined]
        raise KeyError("broken off")

    with pytest.raises(KeyError):
        store.in_write(work)
    assert store.read("MATCH (s:Source) RETURN count(s) AS n") == [{"n": 0}]


def test_reading_gives_plain_values(store: Store) -> None:
    """Nodes, relationships and paths become dictionaries and lists."""
    store.write("CREATE (:Source {id: 's', name: 'Desk'})<-[:PUBLISHED_BY {since: 2}]-(:Document {id: 'd'})")
    columns, rows = read_only(store, "MATCH (d:Document)-[r]->(s:Source) RETURN s, r, d.id AS d")
    assert columns == ("s", "r", "d")
    assert rows[0]["s"] == {"labels": ["Source"], "id": "s", "name": "Desk"}
    assert rows[0]["r"]["type"] == "PUBLISHED_BY"
    assert rows[0]["r"]["since"] == 2


HARMFUL = {
    "writes": "CREATE (:Source {id: 'x'})",
    "writes behind a read": "MATCH (n) SET n.name = 'x' RETURN n",
    "writes after a profile": "PROFILE CREATE (:Source {id: 'x'})",
    "changes the schema": "CREATE INDEX FOR (n:Source) ON (n.kind)",
    "reads a file": "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "reads an address": "LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line",
    "reads a file in a sub-query": "CALL () { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
    "ends connections": "CALL dbms.killConnections(['bolt-1'])",
    "ends transactions": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "changes a password": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbbbb'",
    "lists users": "SHOW USERS",
    "lists settings": "SHOW SETTINGS",
}


@pytest.mark.parametrize("statement", HARMFUL.values(), ids=HARMFUL.keys())
def test_harmful_cypher_is_refused(store: Store, statement: str) -> None:
    """Nothing that writes, reads files, reaches the network or touches others gets through."""
    with pytest.raises((NotReadOnly, StoreError)):
        read_only(store, statement)
    assert store.read("MATCH (s:Source) RETURN count(s) AS n") == [{"n": 0}]


HARMLESS = (
    "MATCH (n) RETURN n LIMIT 1",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('entity_names', 'x') YIELD node RETURN node",
    "SHOW INDEXES",
    "MATCH p = shortestPath((a:Entity)-[*..3]-(b:Entity)) WHERE a <> b RETURN p",
)


@pytest.mark.parametrize("statement", HARMLESS)
def test_reading_cypher_is_run(store: Store, statement: str) -> None:
    """What only reads the graph is run."""
    columns, _ = read_only(store, statement)
    assert columns


def test_only_the_rows_asked_for_are_fetched(store: Store) -> None:
    """By number, as Python slices; the columns are told also where no row is left."""
    statement = "UNWIND range(1, 10000000) AS number RETURN number"
    columns, rows = store.values(statement, rows=slice(2, 4))
    assert (columns, [row["number"] for row in rows]) == (("number",), [3, 4])
    assert store.values("UNWIND range(1, 3) AS number RETURN number", rows=slice(5, 9)) == (("number",), [])


def test_statement_is_ended_after_its_time(store: Store) -> None:
    """By the server; a statement that is wrong is another error."""
    with pytest.raises(StatementTimedOut):
        store.values("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN max(a * b)", timeout=0.5)
    with pytest.raises(InvalidStatement, match="RETRUN"):
        store.values("RETRUN 1")


def test_mark_differs_after_every_write_and_after_nothing_else(store: Store) -> None:
    """Whoever writes: the mark is that of the server, not of the connection."""
    mark = store.mark()
    store.read("MATCH (n) RETURN count(n) AS n")
    assert store.mark() == mark
    with Store.connect(store.address) as other:
        other.write("CREATE (:Note)")
    assert store.mark() != mark
