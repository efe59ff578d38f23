"""Cypher that a user typed, run only if its plan cannot change or reach anything.

Read access mode alone is not enough: in it `LOAD CSV` reads files and addresses, and procedures end other people's
connections. So the plan is looked at first, on any server, and what is not known to be harmless is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from allygraph.graph.errors import NotReadOnly
from allygraph.graph.store.connection import Row, Store

#: Procedures that only look at the graph. Everything else may reach files, the network or other connections.
HARMLESS_PROCEDURES = frozenset(
    {
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.index.vector.queryNodes",
        "db.index.vector.queryRelationships",
        "db.labels",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
        "dbms.components",
    }
)
_REACHES_OUT = ("LoadCSV", "TerminateTransactions", "AdministrationCommand")
_HARMLESS_SHOWS = ("ShowIndexes", "ShowConstraints", "ShowFunctions", "ShowProcedures")


def read_only(
    store: Store,
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    rows: slice = slice(None),
    timeout: float | None = None,
) -> tuple[tuple[str, ...], list[Row]]:
    """Column names and rows of a user's statement; raises NotReadOnly when it could do more than read.

    `rows` and `timeout` (seconds) are those of `Store.values`.
    """
    check_read_only(store, cypher, parameters)
    return store.values(cypher, parameters, rows=rows, timeout=timeout)


def check_read_only(store: Store, cypher: str, parameters: Mapping[str, Any] | None = None) -> None:
    """Raises NotReadOnly when the plan of a statement does more than read the graph."""
    kind, plan = store.explain(cypher, parameters)
    for operator, details in _operators(plan):
        name = operator.partition("@")[0]
        if name in _REACHES_OUT or (name.startswith("Show") and name not in _HARMLESS_SHOWS):
            raise NotReadOnly(f"This statement does more than read the graph ({name}).", "It was not run.")
        if name == "ProcedureCall" and details.partition("(")[0] not in HARMLESS_PROCEDURES:
            procedure = details.partition("(")[0]
            raise NotReadOnly(f"The procedure {procedure} is not on the list of harmless ones.", "It was not run.")
    if kind != "r":
        raise NotReadOnly("This statement writes.", "It was not run; give --write if that is what you want.")


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        if "operatorType" in step:
            yield step["operatorType"], str(step.get("args", {}).get("Details", ""))
        waiting.extend(step.get("children", ()))
