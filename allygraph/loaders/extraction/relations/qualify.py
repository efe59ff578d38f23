"""Date and amount of a finding, and what a sentence as a whole settles about its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.qualifiers.dates import resolve_date
from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: Prepositions that make a date a bound or a detail instead of the day of the event.
_BOUNDS = frozenset({"by", "until", "till", "before", "after", "of", "for", "from", "during", "as of"})
_REPORTING = frozenset(
    {"say", "announce", "tell", "state", "report", "disclose", "confirm", "reveal", "declare", "sign", "agree"}
)
#: Relations that are states: the day something was said of them is not their date.
_STATES = frozenset({"HAS_ROLE", "BASED_IN", "COMPETES_WITH", "OWNS", "POWERED_BY"})


def date_of(finding: Finding, parse: Parse, published: str | None, *, planned: bool) -> tuple[str | None, bool]:
    """The date of the event and whether it lies after the day of publication."""
    candidates = [(finding.dated, False)] if finding.dated is not None else _date_tokens(finding, parse)
    for token, own in candidates:
        if token.date is None or token.date.lead in _BOUNDS:
            continue
        day = resolve_date(token.date, published, planned=planned and own)
        if day is None:
            continue
        # Without a verb in the past, a day soon after publication is nearer than one a year ago.
        if own and not planned and published and not _in_past(finding.group):
            ahead = resolve_date(token.date, published, planned=True)
            if (
                ahead is not None
                and ahead > published[: len(ahead)]
                and ahead[:4] == published[:4]
                and day[:4] != published[:4]
            ):
                day = ahead
        return day, own and bool(published and day > published[: len(day)])
    return None, False


def _in_past(group: VerbGroup | None) -> bool:
    return group is not None and (group.past or group.perfect) and group.form == "finite"


def _date_tokens(finding: Finding, parse: Parse) -> Iterator[tuple[Token, bool]]:
    """Date tokens, nearest first; False for those of a verb that only reports the event."""
    group = finding.group
    if finding.phrase is not None and finding.nominal:
        yield from ((token, True) for token in _after(finding.phrase, parse))
    if finding.nominal and finding.relation in _STATES and finding.relation != "OWNS":
        return
    if (
        finding.nominal
        and group is not None
        and finding.phrase is not None
        and group.object is not finding.phrase
        and group.subject is not finding.phrase
    ):
        if not any(finding.phrase is phrase for _, phrase in group.preps):
            return
    link = group
    for _ in range(3):
        if link is None:
            return
        nearest = sorted(link.dates, key=lambda token: abs(token.start - parse.tokens[finding.trigger].start))
        yield from ((token, link is group) for token in nearest)
        if finding.relation in _STATES:
            return
        governor = link.governor
        link = (
            governor
            if governor is not None and governor.lemma in _REPORTING and link.link in {"clause", "infinitive", "gerund"}
            else None
        )


def _after(phrase: NounPhrase, parse: Parse) -> Iterator[Token]:
    """Dates in the chain of prepositional phrases after a noun."""
    for item in parse.items[phrase.place + 1 :]:
        if isinstance(item, VerbGroup) or (isinstance(item, NounPhrase) and not item.prep):
            return
        if not isinstance(item, NounPhrase):
            if item.kind == "DATE":
                yield item.token
            elif item.kind not in {"IN"}:
                return


def amount_of(finding: Finding, parse: Parse) -> tuple[float, str] | None:
    """The first amount in the words of the finding's own clause, for relations that carry one."""
    if "amount" not in relation_kinds()[finding.relation].qualifiers:
        return None
    phrases: list[NounPhrase] = [finding.phrase] if finding.phrase is not None else []
    group = finding.group
    if group is not None:
        phrases += [phrase for phrase in (group.object, group.second) if phrase is not None]
        phrases += [phrase for prep, phrase in group.preps if prep in {"for", "of", "with", "worth", "at", "to", "in"}]
    if finding.nominal and finding.phrase is not None:
        phrases += [
            item
            for item in parse.items[finding.phrase.place + 1 : finding.phrase.place + 7]
            if isinstance(item, NounPhrase) and item.prep in {"of", "worth", "for"}
        ]
    for phrase in phrases:
        for token in parse.tokens[phrase.start : phrase.end]:
            if token.amount is not None:
                return token.amount.value, token.amount.currency
    return None


def settled(findings: Sequence[Finding], parse: Parse) -> list[Finding]:
    """The findings without those that another of the same sentence rules out."""
    del parse
    ventures = {
        (finding.subject.start, finding.object.start) for finding in findings if finding.relation == "JOINT_VENTURE_IN"
    }
    bought = {(f.subject.start, f.object.start) for f in findings if f.relation == "ACQUIRES"}
    hard = {(f.subject.start, f.object.start) for f in findings if f.relation in {"DEVELOPS", "POWERED_BY", "HOSTS"}}
    alliances = [finding for finding in findings if finding.relation == "HALTS" and finding.counterpart is not None]
    kept = []
    for finding in findings:
        if (
            finding.relation == "HALTS"
            and finding.counterpart is None
            and any(_covers(whole, finding) for whole in alliances)
        ):
            continue
        ends = (finding.subject.start, finding.object.start)
        if finding.relation == "DEVELOPS" and ends in ventures:
            continue
        if finding.relation in {"SUPPLIES", "DEVELOPS"} and ends in bought:
            continue
        if finding.relation == "OWNS" and ends in hard and finding.weight < 0.8:
            continue
        kept.append(finding)
    return [_as_plan(finding, kept) for finding in kept]


def _covers(whole: Finding, finding: Finding) -> bool:
    """The halt of an alliance says all that the halt of one party says."""
    return whole.subject == finding.subject and finding.object in {whole.object, whole.counterpart}


def _as_plan(finding: Finding, findings: Sequence[Finding]) -> Finding:
    """A venture takes the status of the deal that founds it."""
    if finding.relation != "JOINT_VENTURE_IN" or finding.group is None or finding.group.governor is None:
        return finding
    deal = next(
        (other for other in findings if other.relation == "PARTNERS_WITH" and other.group is finding.group.governor),
        None,
    )
    return (
        replace(finding, group=deal.group, status=deal.status)
        if deal is not None and finding.group.link == "infinitive"
        else finding
    )
