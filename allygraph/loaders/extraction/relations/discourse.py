"""What one sentence lends the next: missing ends, dates, amounts, and the later life of a deal.

Only where the language says so: "the buyer is ...", "according to the announcement", "regulators blocked the deal".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.model import Passage, Status
from allygraph.loaders.extraction.relations.authorities import is_authority
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.fillers import fillers, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.halts import STOPPING
from allygraph.loaders.extraction.relations.verb_arguments import logical_object, verb_argument

#: Sentences back in which a deal or a listing is looked for.
_WINDOW = 3
_DEALS = frozenset({"PARTNERS_WITH", "ACQUIRES", "INVESTS_IN", "SUPPLIES", "JOINT_VENTURE_IN"})
_DEAL_NOUNS = frozenset(
    {
        "deal",
        "agreement",
        "partnership",
        "alliance",
        "transaction",
        "acquisition",
        "takeover",
        "merger",
        "order",
        "contract",
        "pact",
        "collaboration",
        "purchase",
        "sale",
        "investment",
        "mou",
    }
)
_ENDING = frozenset({"terminate", "end", "dissolve", "expire", "cancel", "scrap", "abandon", "collapse", "lapse"})
_ABANDONED = frozenset({"cancel", "scrap", "abandon", "collapse", "shelve", "withdraw"})
_BUYERS = frozenset({"buyer", "acquirer", "purchaser"})
_NEWS = frozenset({"announcement", "statement", "release"})


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as read: its passage, its parse and what was found in it."""

    passage: Passage
    parse: Parse
    findings: tuple[Finding, ...]


def complete(sentences: Sequence[Read], context: Context) -> list[Read]:
    """The sentences, with the findings that need an earlier sentence added."""
    done: list[Read] = []
    announced: Token | None = None
    ventures: set[str] = set()
    for read in sentences:
        findings = [_into_venture(finding, ventures) for finding in read.findings]
        if announced is not None and _from_the_news(read.parse):
            findings = [_announced(finding, announced) for finding in findings]
        before = [finding for other in reversed(done[-_WINDOW:]) for finding in reversed(other.findings)]
        findings += [*_later_life(read, before, context), *_buyers(read, before), *_listed(read, before)]
        announced = _announcement(read.parse) or announced
        ventures |= {
            entity
            for finding in findings
            if finding.relation == "JOINT_VENTURE_IN"
            for entity in finding.object.entities
        }
        done.append(replace(read, findings=tuple(findings)))
    return done


def _into_venture(finding: Finding, ventures: set[str]) -> Finding:
    """Capital that is being provided for a venture which is only agreed upon is planned."""
    group = finding.group
    ongoing = group is not None and not group.past and not group.perfect
    if (
        finding.relation == "INVESTS_IN"
        and ongoing
        and finding.status is None
        and ventures & set(finding.object.entities)
    ):
        return replace(finding, status="planned")
    return finding


def _from_the_news(parse: Parse) -> bool:
    """ "According to the announcement", "the same statement names"."""
    subjects = {id(group.subject) for group in parse.groups if group.subject is not None}
    return any(
        (phrase.prep == "according to" or id(phrase) in subjects)
        and parse.tokens[phrase.start].low in {"the", "this"}
        and singular(parse.tokens[phrase.head].low) in _NEWS
        for phrase in parse.phrases
    )


def _announcement(parse: Parse) -> Token | None:
    """The date on which something was announced in this sentence."""
    for group in parse.groups:
        if group.lemma in {"announce", "unveil"}:
            return next((token for token in group.dates if token.date is not None), None)
    return None


def _announced(finding: Finding, date: Token) -> Finding:
    """ "According to the announcement, ...": made public that day."""
    return (
        replace(finding, status="announced", dated=date)
        if finding.relation in _DEALS and finding.nominal and finding.status is None
        else finding
    )


def _later_life(read: Read, before: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """ "The deal was blocked by the regulator", "B cancelled the order": what became of the deal spoken of before."""
    parse = read.parse
    for group in parse.groups:
        status = _life(group)
        phrase = (
            (group.object or group.subject)
            if group.lemma in {"collapse", "expire", "lapse"} and not group.passive
            else logical_object(group)
        )
        if group.lemma in {"collapse", "expire", "lapse", "end"} and phrase is None:
            phrase = group.subject
        if status is None or group.negated or phrase is None or not _bare_deal(phrase, parse, read.findings):
            continue
        agents = verb_argument("subj", group, parse) if phrase is not group.subject or group.passive else []
        official = [agent for agent in agents if is_authority(context.names_of(agent.slot), agent.slot.kind)]
        parties = {entity for agent in agents if agent not in official for entity in agent.slot.entities}
        for deal in _same_deal(before, parties):
            there = _as_written(phrase, parse, deal)
            yield replace(
                there,
                status="halted" if official else status,
                group=group,
                phrase=phrase,
                trigger=group.end - 1,
                weight=deal.weight * 0.8,
            )
            for agent in official:
                if ends_fit("HALTS", agent.slot, there.subject):
                    yield Finding(
                        "HALTS",
                        agent.slot,
                        there.subject,
                        0.8,
                        group.end - 1,
                        group,
                        phrase,
                        counterpart=there.object,
                        deal=deal.deal,
                    )


def _life(group: VerbGroup) -> Status | None:
    if group.modal and group.modal not in {"used"}:
        return None
    if group.lemma in STOPPING | _ABANDONED:
        return "halted"
    return "ended" if group.lemma in _ENDING else None


def _bare_deal(phrase: NounPhrase, parse: Parse, findings: Sequence[Finding]) -> bool:
    """ "The deal", "this agreement": definite, and with no parties of its own."""
    first = parse.tokens[phrase.start].low
    own = any(finding.phrase is phrase for finding in findings)
    return first in {"the", "this", "that"} and singular(parse.tokens[phrase.head].low) in _DEAL_NOUNS and not own


def _same_deal(before: Sequence[Finding], parties: set[str]) -> list[Finding]:
    """The findings of the nearest deal, of one with a party that acts where there is one."""
    for finding in before:
        ends = {*finding.subject.entities, *finding.object.entities}
        if finding.relation in _DEALS and (not parties or parties & ends):
            same = [other for other in before if other.group is finding.group and other.relation == finding.relation]
            return same or [finding]
    return []


def _as_written(phrase: NounPhrase, parse: Parse, deal: Finding) -> Finding:
    """The finding with "the deal" standing for both ends."""
    start, end = parse.tokens[phrase.start].start, parse.tokens[phrase.end - 1].end
    words = " ".join(token.text for token in parse.tokens[phrase.start : phrase.end])
    subject = Slot(deal.subject.entities, deal.subject.kind, words, start, end, True, 0.8)
    return replace(
        deal,
        subject=subject,
        object=replace(subject, entities=deal.object.entities, kind=deal.object.kind),
        nominal=False,
        dated=None,
    )


def _buyers(read: Read, before: Sequence[Finding]) -> Iterator[Finding]:
    """ "The buyer is C": what C buys was said before."""
    deal = next((finding for finding in before if finding.relation == "ACQUIRES"), None)
    if deal is None or any(finding.relation == "ACQUIRES" for finding in read.findings):
        return
    for phrase in read.parse.phrases:
        if singular(read.parse.tokens[phrase.head].low) not in _BUYERS or phrase.named is None:
            continue
        target = _as_written(phrase, read.parse, deal).object
        for filler in fillers(phrase.named, read.parse.tokens):
            if ends_fit("ACQUIRES", filler.slot, target):
                yield replace(
                    deal,
                    subject=filler.slot,
                    object=target,
                    weight=deal.weight * 0.85,
                    trigger=phrase.head,
                    phrase=phrase,
                    nominal=True,
                    status=deal.status or "planned",
                )


def _listed(read: Read, before: Sequence[Finding]) -> Iterator[Finding]:
    """ "A was listed in June": on the exchange named before."""
    for group in read.parse.groups:
        if group.lemma != "list" or any(prep in {"on", "at"} for prep, _ in group.preps) or not group.dates:
            continue
        for filler in fillers(logical_object(group) or group.subject, read.parse.tokens):
            known = next(
                (
                    f
                    for f in before
                    if f.relation == "LISTED_ON" and set(f.subject.entities) & set(filler.slot.entities)
                ),
                None,
            )
            if known is not None:
                exchange = replace(known.object, start=filler.slot.start, end=filler.slot.end, text=known.object.text)
                yield replace(
                    known,
                    subject=filler.slot,
                    object=exchange,
                    group=group,
                    phrase=None,
                    trigger=group.end - 1,
                    nominal=False,
                    status=None,
                )
