"""The chapters that say how far the report can be trusted: conflicts, gaps, and the documents it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from allygraph.queries.records import Edge
from allygraph.views.report.facts import Facts
from allygraph.views.report.records import Group, Row, Section, Statement, Table
from allygraph.views.report.sentences import one_line
from allygraph.views.wording import count_words, date_words, reliability_words

#: Facts listed under one heading; the rest are counted.
MOST_LISTED = 10
#: Relations whose gaps matter most, weightiest first; all others after them.
_WEIGHTY = ("PARTNERS_WITH", "JOINT_VENTURE_IN", "HALTS", "ACQUIRES", "OWNS", "INVESTS_IN")

_GAPS: tuple[tuple[str, Callable[[Edge], bool]], ...] = (
    ("Sources disagree", lambda edge: edge.conflict),
    ("The status is not stated", lambda edge: edge.status is None),
    ("Rests on one independent origin", lambda edge: edge.origins == 1),
    ("No date is stated", lambda edge: edge.valid_from is None and edge.valid_to is None),
)


def conflicts_and_gaps(facts: Facts) -> Section:
    """What a careful reader would ask about next."""
    groups = []
    for heading, applies in _GAPS:
        edges = [edge for edge in facts.edges if applies(edge)]
        if edges:
            groups.append(Group(f"{heading}: {len(edges):,} of {len(facts.edges):,}", _listed(facts, edges)))
    unbacked = facts.unbacked()
    if unbacked:
        groups.append(Group("", (Statement(f"Left out for want of evidence: {count_words(unbacked, 'relation')}."),)))
    return Section("gaps", "Conflicts and gaps", "" if groups else "None were found.", tuple(groups))


def _listed(facts: Facts, edges: Sequence[Edge]) -> tuple[Statement, ...]:
    weight = {predicate: place for place, predicate in enumerate(_WEIGHTY)}
    ranked = sorted(edges, key=lambda edge: (weight.get(edge.predicate, len(weight)), *facts.ends(edge), edge.id))
    said = facts.say_all(ranked)
    more = len(said) - MOST_LISTED
    return (*said[:MOST_LISTED], Statement(f"And {more:,} more.")) if more > 0 else said


def documents_used(facts: Facts) -> Section:
    """One row per document, in the order of their dates; those without a date last."""
    listed = sorted(
        facts.network.documents, key=lambda document: (document.published or "~", document.title, document.id)
    )
    rows = tuple(
        Row(
            (
                one_line(document.title) + (f" – {one_line(document.uri)}" if document.uri else ""),
                one_line(document.source),
                date_words(document.published) or "not stated",
                reliability_words(document.reliability),
                f"{document.claims:,}",
            )
        )
        for document in listed
    )
    table = Table(("Document", "Source", "Published", "Reliability", "Claims"), rows) if rows else None
    return Section("documents", "Documents used", "" if rows else "None.", table=table)
