"""The chapters on time: alliances by status, the order of events, what is planned and not yet signed."""

from __future__ import annotations

from dataclasses import replace

from allygraph.graph.scales import STATUSES
from allygraph.views.report.alliances import deal_title, event_row, headline
from allygraph.views.report.deals import Deal
from allygraph.views.report.facts import Facts
from allygraph.views.report.records import Group, Row, Section, Table
from allygraph.views.report.sentences import joined
from allygraph.views.wording import STATUS_MEANINGS, amount_words, date_words, status_words

#: Sorts behind every date.
_UNDATED = "~"
_NOT_CONCLUDED = ("planned", "announced")
_UNKNOWN = "–"


def by_status(facts: Facts) -> Section:
    """One row per deal, in the order of the life of a deal."""
    order = {status: place for place, status in enumerate((*STATUSES, None))}
    listed = sorted(facts.deals, key=lambda deal: (order.get(deal.first.status, len(order)), deal_title(deal)))
    columns = ("Alliance", "Status", "Date", "Contributions", "Origins", "Grade")
    table = Table(columns, tuple(_deal_row(facts, deal) for deal in listed)) if listed else None
    met = [status for status in STATUSES if any(deal.first.status == status for deal in listed)]
    meanings = "; ".join(f"{status}: {STATUS_MEANINGS[status]}" for status in met)
    lead = f"{meanings[:1].upper()}{meanings[1:]}." if met else ""
    return Section("status", "Alliances by status", lead if listed else "The network holds no alliance.", table=table)


def _deal_row(facts: Facts, deal: Deal) -> Row:
    alliance = deal.first
    latest = alliance.events[-1].date if alliance.events else alliance.valid_from
    sums = (amount_words(party.contributes, party.currency) for party in alliance.parties)
    cells = (
        deal_title(deal),
        status_words(alliance.status),
        date_words(latest) or _UNKNOWN,
        joined(amount for amount in sums if amount) or _UNKNOWN,
        f"{'' if deal.is_counted else '≥ '}{deal.origins}" if deal.origins else _UNKNOWN,
        alliance.grade or _UNKNOWN,
    )
    return Row(cells, facts.numbers.cite(deal.evidence), facts.numbers.cite(deal.denials), alliance.status)


def timeline(facts: Facts) -> Section:
    """Every step of every deal and every dated fact outside them, earliest first; undated steps last."""
    dated = [*_steps(facts), *_dated_facts(facts)]
    rows = tuple(row for _, row in sorted(dated, key=lambda pair: pair[0]))
    lead = "Steps without a date stand at the end." if any(key[0] == _UNDATED for key, _ in dated) else ""
    table = Table(("Date", "Status", "What"), rows) if rows else None
    return Section("timeline", "Timeline", lead if rows else "No step in the network has been recorded.", table=table)


def _steps(facts: Facts) -> list[tuple[tuple[str, str, int], Row]]:
    found = []
    for deal in facts.deals:
        for position, event in enumerate(deal.first.events):
            row = event_row(deal, position, facts.numbers)
            if row.evidence or row.against:
                what = ", ".join(part for part in (deal_title(deal), row.cells[2]) if part)
                key = (event.date or _UNDATED, deal_title(deal), position)
                found.append((key, replace(row, cells=(row.cells[0], event.status, what))))
    return found


def _dated_facts(facts: Facts) -> list[tuple[tuple[str, str, int], Row]]:
    found = []
    for edge in facts.edges:
        if edge.valid_from and not facts.is_told(edge):
            said = facts.say(replace(edge, valid_from=None, valid_to=None))
            cells = (date_words(edge.valid_from) or "", status_words(edge.status), said.text)
            found.append(((edge.valid_from, said.text, 0), Row(cells, said.evidence, said.against, edge.status)))
    return found


def planned(facts: Facts) -> Section:
    """Deals and other facts that are planned or announced."""
    groups = []
    for status in _NOT_CONCLUDED:
        deals = tuple(headline(deal, facts.numbers) for deal in facts.deals if deal.first.status == status)
        others = [edge for edge in facts.edges if edge.status == status and not facts.is_told(edge)]
        statements = deals + facts.say_all(others)
        if statements:
            groups.append(Group(status.capitalize(), statements))
    lead = "None of this has been concluded, as far as the documents say."
    return Section("planned", "Planned and not yet signed", lead if groups else "Nothing.", tuple(groups))
