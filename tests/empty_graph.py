"""Emptying the graph of the tests' own server."""

from __future__ import annotations

from neo4j import GraphDatabase

from allygraph.graph.settings import Address


def empty_graph(address: Address) -> None:
    """Removes every node but those that say which schema there is."""
    driver = GraphDatabase.driver(address.uri, auth=(address.user, address.password))
    with driver, driver.session(database=address.database) as session:
        session.run(
            "MATCH (n) WHERE NOT n:SchemaChange CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
        ).consume()
