"""Builds a report: the records of a network told in chapters, every statement with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from allygraph.graph.scales import STATUSES
from allygraph.queries.records import Network
from allygraph.views.report.alliances import alliance_entry, headline
from allygraph.views.report.brokers import brokers_section
from allygraph.views.report.facts import Facts
from allygraph.views.report.gaps import conflicts_and_gaps, documents_used
from allygraph.views.report.life import by_status, planned, timeline
from allygraph.views.report.numbering import Numbering, claim_facts
from allygraph.views.report.picture import draw_network
from allygraph.views.report.records import Figure, Report, Statement
from allygraph.views.report.relations import authorities, other_relations, ownership, people
from allygraph.views.report.sentences import one_line
from allygraph.views.wording import date_words, status_words

#: Sentences of the summary, and alliances told in full; the table of alliances lists all of them.
MOST_JUDGEMENTS = 7
MOST_ALLIANCES = 25


def network_report(
    network: Network, *, title: str, today: date | str, brokers: Sequence[Mapping[str, Any]] = ()
) -> Report:
    """The report on a network; the same arguments give the same report.

    `today` is the date printed on it, ISO 8601 where it is a string; `brokers` are rows of `queries.measures.brokers`,
    best first.
    """
    facts = Facts(network, Numbering(claim_facts(network)))
    # The order of these calls is the order of the pages, and so of the numbers.
    judgements = _judgements(facts)
    entries = tuple(alliance_entry(deal, facts.numbers) for deal in facts.deals[:MOST_ALLIANCES])
    sections = (
        by_status(facts),
        timeline(facts),
        ownership(facts),
        authorities(facts),
        planned(facts),
        people(facts),
        brokers_section(facts, brokers),
        other_relations(facts),
        conflicts_and_gaps(facts),
        documents_used(facts),
    )
    return Report(
        title=one_line(title),
        scope=_capital(one_line(network.scope)),
        today=date_words(str(today)) or "",
        as_of=date_words(network.as_of),
        figures=_figures(facts),
        judgements=judgements,
        alliances=entries,
        alliances_left_out=len(facts.deals) - len(entries),
        sections=sections,
        citations=facts.numbers.citations(),
        picture=draw_network(network),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _judgements(facts: Facts) -> tuple[Statement, ...]:
    """The weightiest alliances; facts of ownership and authority where there are fewer alliances than room."""
    deals = [headline(deal, facts.numbers) for deal in facts.deals[:MOST_JUDGEMENTS]]
    room = MOST_JUDGEMENTS - len(deals)
    others = [edge for edge in facts.of("HALTS", "ACQUIRES", "OWNS", "REGULATES") if not facts.is_told(edge)]
    return (*deals, *facts.say_all(others[:room]))


def _figures(facts: Facts) -> tuple[Figure, ...]:
    """Counts of what is in the network, then of its alliances by status."""
    network = facts.network
    kinds = (
        (len(network.documents), "document", "documents"),
        (len(network.nodes), "entity", "entities"),
        (len(facts.edges), "fact", "facts"),
        (len(facts.alliances), "alliance", "alliances"),
    )
    counted = [Figure(f"{number:,}", one if number == 1 else many) for number, one, many in kinds]
    for status in (*STATUSES, None):
        number = sum(alliance.status == status for alliance in facts.alliances)
        if number:
            counted.append(Figure(f"{number:,}", status_words(status), part=True))
    return tuple(counted)
