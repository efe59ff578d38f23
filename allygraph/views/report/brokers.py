"""The chapter on brokers: who stands between parts of the network that hardly touch otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from allygraph.queries.records import Evidence
from allygraph.views.report.facts import Facts
from allygraph.views.report.numbering import positive
from allygraph.views.report.records import Row, Section, Table
from allygraph.views.report.sentences import one_line

MOST_LISTED = 10
_LEAD = (
    "Who lies on the paths between others. The share is that of the shortest paths of the network which run through "
    "the entity (betweenness). It measures position, not influence, and counts plans and halted deals as ties."
)


def brokers_section(facts: Facts, rows: Sequence[Mapping[str, Any]]) -> Section:
    """At most ten rows of `queries.measures.brokers`, each with evidence for one of the ties of each partner."""
    ranked = tuple(_row(facts, row) for row in rows[:MOST_LISTED])
    columns = ("Entity", "Partners", "Communities", "Share of paths")
    table = Table(columns, tuple(row for row in ranked if row.evidence))
    lead = _LEAD if table.rows else "Nobody in the network stands between others."
    return Section("brokers", "Brokers", lead, table=table if table.rows else None)


def _row(facts: Facts, row: Mapping[str, Any]) -> Row:
    cells = (
        one_line(row["name"]),
        str(row["partners"]),
        str(row["communities"]),
        f"{row['betweenness'] * 100:.1f} %",
    )
    return Row(cells, facts.numbers.cite(_ties(facts, row["id"])))


def _ties(facts: Facts, identifier: str) -> list[Evidence]:
    first: dict[str, Evidence] = {}
    for edge in facts.edges:
        claims = positive(edge)
        if identifier in (edge.source, edge.target) and claims:
            first.setdefault(edge.target if edge.source == identifier else edge.source, claims[0])
    return list(first.values())
