"""The store: a Neo4j, local or remote, with the graph of `docs/model.md` in it."""

from allygraph.graph.store.connection import Store, Transaction
from allygraph.graph.store.readonly import check_read_only, read_only
from allygraph.graph.store.schema import apply_schema

__all__ = ["Store", "Transaction", "apply_schema", "check_read_only", "read_only"]
