"""Alliances in words: what was agreed, its history, who says so and what speaks against it."""

from __future__ import annotations

from allygraph.queries.records import AllianceRecord, Event, Evidence
from allygraph.views.report.deals import Deal
from allygraph.views.report.numbering import Numbering, negative, positive
from allygraph.views.report.records import AllianceEntry, Row, Statement
from allygraph.views.report.sentences import joined, one_line, phrases, sentence, with_likelihood
from allygraph.views.wording import (
    amount_words,
    count_words,
    date_words,
    grade_words,
    likelihood_words,
    status_words,
)

#: What the alliance creates is still an intention before it is in force.
_CREATES = {"active": "It creates", "ended": "It created", "halted": "It was to create"}


def deal_title(deal: Deal) -> str:
    """The title of an alliance; for several the party they share and those they do not."""
    return f"{one_line(deal.hub)} with {joined(_others(deal))}" if deal.hub else one_line(deal.first.title)


def _others(deal: Deal) -> list[str]:
    return [one_line(party.name) for one in deal.alliances for party in one.parties if party.name != deal.hub]


def headline(deal: Deal, numbers: Numbering) -> Statement:
    """What the alliance is, in one sentence that names its status and any likelihood."""
    alliance, denials = deal.first, deal.denials
    latest = tuple(claim for one in deal.alliances for event in one.events[-1:] for claim in positive(event))
    backing = latest or deal.evidence
    status = "denied" if denials and not deal.evidence else alliance.status or "not stated"
    kind = one_line(alliance.kind) or "alliance"
    names = [one_line(party.name) for party in alliance.parties] or [one_line(alliance.title)]
    article = "an" if kind[:1].lower() in "aeio" else "a"
    words = {
        "parties": joined(names),
        "between": "between" if len(names) == 2 else "of",
        "a_kind": f"{article} {kind}",
        "A_kind": f"{article.capitalize()} {kind}",
        "hub": one_line(deal.hub or ""),
        "others": joined(_others(deal)),
        "kinds": f"{kind}s",
        "Kinds": f"{kind[:1].upper()}{kind[1:]}s",
        "date": _when(alliance),
    }
    text: str = phrases()["several" if deal.hub else "alliances"][status].format(**words)
    said = sentence(with_likelihood(_likelihood(backing), text))
    return Statement(said, numbers.cite(backing), numbers.cite(denials))


def _likelihood(claims: tuple[Evidence, ...]) -> str | None:
    """That of the strongest claim on the latest step; claims on earlier steps say nothing of this one."""
    if not claims:
        return None
    return likelihood_words(claims[0].likelihood_low, claims[0].likelihood_high, claims[0].likelihood_words)


def _when(alliance: AllianceRecord) -> str:
    latest = alliance.events[-1] if alliance.events else None
    by = f" {_by(latest)}" if latest and latest.by and alliance.status == "halted" else ""
    date = date_words(latest.date if latest else alliance.valid_from)
    if not date:
        return by
    return f" since {date}" if alliance.status == "active" else f"{by} ({date})"


def _by(event: Event) -> str:
    return f"by {joined(map(one_line, event.by))}" if event.by else ""


def alliance_entry(deal: Deal, numbers: Numbering) -> AllianceEntry:
    """The deal told in full."""
    return AllianceEntry(
        title=deal_title(deal),
        kind=one_line(deal.first.kind),
        status=deal.first.status,
        status_words=status_words(deal.first.status),
        terms=(headline(deal, numbers), *_terms(deal, numbers)),
        history=tuple(event_row(deal, position, numbers) for position in range(len(deal.first.events))),
        support=_support(deal, numbers),
        doubts=_doubts(deal, numbers),
    )


def event_row(deal: Deal, position: int, numbers: Numbering) -> Row:
    """A step in the life of a deal: date, status, who brought it about."""
    event = deal.first.events[position]
    same = [one.events[position] for one in deal.alliances]
    for_it = [claim for step in same for claim in positive(step)]
    against = [claim for step in same for claim in negative(step)]
    cells = (date_words(event.date) or "date not stated", event.status, _by(event))
    return Row(cells, numbers.cite(for_it), numbers.cite(against), event.status)


def _terms(deal: Deal, numbers: Numbering) -> tuple[Statement, ...]:
    alliance, found = deal.first, []
    if alliance.creates:
        verb = _CREATES.get(alliance.status or "", "It is to create")
        text = sentence(f"{verb} {joined(map(one_line, alliance.creates))}")
        found.append(Statement(text, numbers.cite(deal.evidence)))
    for party in alliance.parties:
        amount = amount_words(party.contributes, party.currency)
        if amount or party.role:
            name = one_line(party.name) + (f" ({one_line(party.role)})" if party.role else "")
            paid = [
                edge for edge in deal.edges if amount and (edge.source, edge.amount) == (party.id, party.contributes)
            ]
            backing = [claim for edge in paid for claim in positive(edge)] or deal.evidence
            text = f"Contribution of {name}: {amount}" if amount else f"{name} takes part"
            found.append(Statement(sentence(text), numbers.cite(backing)))
    return tuple(found)


def _support(deal: Deal, numbers: Numbering) -> tuple[Statement, ...]:
    evidence = deal.evidence
    if not evidence:
        return ()
    documents = {claim.document for claim in evidence}
    sources = sorted({one_line(claim.source) for claim in evidence})
    least = "" if deal.is_counted else "at least "
    counted = f", {least}{count_words(deal.origins, 'independent origin')}" if deal.origins else ""
    said = f"{joined(sources)}: {count_words(len(documents), 'document')}{counted}"
    return (Statement(sentence(f"{said}. Grade {grade_words(deal.first.grade)}"), numbers.cite(evidence)),)


def _doubts(deal: Deal, numbers: Numbering) -> tuple[Statement, ...]:
    found = [
        Statement(sentence(f"Denied by {one_line(claim.source)}"), numbers.cite((claim,))) for claim in deal.denials
    ]
    for position, event in enumerate(deal.first.events):
        if event.status == "halted":
            found.append(
                Statement(sentence(f"Halted {_by(event)}".strip()), event_row(deal, position, numbers).evidence)
            )
    if deal.origins == 1 and deal.is_counted:
        found.append(Statement("Rests on one independent origin only."))
    return tuple(found) or (Statement("Nothing in the documents of this report."),)
