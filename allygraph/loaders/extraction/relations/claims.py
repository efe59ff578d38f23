"""From the sentences of a document to its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.protocol import FoundClaim, FoundEntity
from allygraph.loaders.extraction.qualifiers.likelihood import likelihood_of
from allygraph.loaders.extraction.qualifiers.polarity import is_open, polarity_of
from allygraph.loaders.extraction.qualifiers.status import status_of
from allygraph.loaders.extraction.relations.authorities import is_alliance
from allygraph.loaders.extraction.relations.dating import date_of, last_day, told_day
from allygraph.loaders.extraction.relations.deals import share_deals
from allygraph.loaders.extraction.relations.discourse import Read, complete
from allygraph.loaders.extraction.relations.finding import Finding, best_of
from allygraph.loaders.extraction.relations.first_person import spoken_slots
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.parse import Parse, parse_sentence
from allygraph.loaders.extraction.relations.grammar.slots import Slot, SlotIndex
from allygraph.loaders.extraction.relations.grammar.words import Words, words
from allygraph.loaders.extraction.relations.halts import halt_deals
from allygraph.loaders.extraction.relations.mentioned import Referring, slots_of
from allygraph.loaders.extraction.relations.name_patterns import (
    match_hyphens,
    match_possessions,
    match_possessives,
    match_preps,
    match_tickers,
)
from allygraph.loaders.extraction.relations.noun_patterns import match_nouns
from allygraph.loaders.extraction.relations.patterns import patterns
from allygraph.loaders.extraction.relations.readdress import alone, mend, readdressed, spoken_of
from allygraph.loaders.extraction.relations.reading import Reading, Weights, joined
from allygraph.loaders.extraction.relations.roles import find_roles
from allygraph.loaders.extraction.relations.roster import Roster, roster_of
from allygraph.loaders.extraction.relations.settling import amount_of, settled
from allygraph.loaders.extraction.relations.sheets import Sheet
from allygraph.loaders.extraction.relations.speakers import bodies_of, speak_for
from allygraph.loaders.extraction.relations.subjects import main_of, subject_of
from allygraph.loaders.extraction.relations.terse import read_terse
from allygraph.loaders.extraction.relations.verb_patterns import match_verbs

#: Claims below this are left out. Chosen on texts of our own: single inferences (0.75) pass, two in a row do not.
THRESHOLD = 0.5
#: Sentences longer than this, in characters, are tables or broken text; they are read up to here.
_LONGEST = 2000


def find_claims(
    document: Document,
    passages: Sequence[Passage],
    entities: Sequence[FoundEntity],
    references: Iterable[Referring],
    readings: Mapping[int, Sequence[Reading]] | None = None,
    weights: Weights | None = None,
) -> tuple[FoundClaim, ...]:
    """The claims of a document in reading order; denied ones have negative polarity. Never raises for odd text.

    `readings`, by index of passage, are joined with what the rules find, as `weights` say.
    """
    index = SlotIndex(slots_of(entities, references))
    context = Context(
        {entity.id: (entity.name, *entity.aliases) for entity in entities},
        bodies=frozenset(entity.id for entity in entities if entity.kind == "Organisation"),
    )
    known = _words()
    roster = roster_of(document.text, entities)
    sentences: list[Read] = []
    subject: Slot | None = None
    described: Slot | None = None
    sheet = Sheet(subject_of(passages, entities))
    for passage in passages:
        sheet.headed(passage.text)
        slots = index.within(passage.start, min(passage.end, passage.start + _LONGEST))
        if not slots:
            continue
        slots = readdressed(slots, passage, roster.main, subject, described, context)
        parse = parse_sentence(passage.text[:_LONGEST], passage.start, slots, known)
        mend(parse, context)
        subject = spoken_of(parse, context)
        described = subject if alone(parse, subject, context) else None
        rows, spans = sheet.read(parse, passage.start, slots)
        if sheet.terse and sheet.owner is not None and not spans:
            parse = read_terse(parse, passage.start, slots, sheet.owner, known) or parse
        found = [*rows, *(finding for finding in _find(parse, context, roster) if not _inside(finding, spans))]
        sentences.append(Read(passage, parse, tuple(_settle(found, passage))))
        roster.note(sentences[-1].findings)
        roster.focus = subject or roster.focus
        context = replace(context, focus=subject or context.focus, group=_last_group(slots, context) or context.group)
    bodies = bodies_of(sentences, main_of(entities))
    for place, slots in spoken_slots(sentences, passages, bodies):
        read = sentences[place]
        parse = parse_sentence(read.parse.text, read.passage.start, slots, known)
        found = [finding for finding in _find(parse, context, roster) if finding.relation != "HAS_ROLE"]
        roles = [finding for finding in read.findings if finding.relation == "HAS_ROLE"]
        sentences[place] = Read(read.passage, parse, tuple(_settle([*roles, *found], read.passage)))
    claims: list[FoundClaim] = []
    previous: str | None = None
    kinds = {entity.id: entity.kind for entity in entities}
    for read in complete(speak_for(sentences, bodies), context):
        told: Iterable[FoundClaim] = _claims(read, document, previous)
        if readings is not None and weights is not None:
            own = readings.get(read.passage.index, ())
            told = joined(list(told), own, read, kinds, document, previous, weights)
        claims.extend(told)
        previous = last_day(read.parse.tokens, document.published) or previous
    return tuple(claims)


@cache
def _words() -> Words:
    known = patterns()
    return words(tuple(sorted(known.verbs)))


def _last_group(slots: Sequence[Slot], context: Context) -> Slot | None:
    """The last body with members that a sentence names."""
    known = (slot for slot in reversed(slots) if slot.kind == "Organisation" and len(slot.entities) == 1)
    named = ((slot, context.names_of(slot)) for slot in known)
    return next((slot for slot, names in named if is_alliance(names)), None)


def _inside(finding: Finding, spans: Sequence[tuple[int, int]]) -> bool:
    """True where entries of a sheet hold an end of a finding, one entry not both ends of a role."""
    ends = (finding.subject.start, finding.object.start)
    touched = [(start, end) for start, end in spans if any(start <= place < end for place in ends)]
    whole = any(all(start <= place < end for place in ends) for start, end in touched)
    return bool(touched) and not (whole and finding.relation == "HAS_ROLE")


def _settle(found: Sequence[Finding], passage: Passage) -> list[Finding]:
    return share_deals(settled(best_of(found)), f"d{passage.index}")


def _find(parse: Parse, context: Context, roster: Roster) -> list[Finding]:
    known = patterns()
    found = [
        *match_nouns(parse, known, context),
        *match_verbs(parse, known, context),
        *match_hyphens(parse, known, context),
        *match_preps(parse, known),
        *match_possessives(parse, known),
        *match_possessions(parse),
        *match_tickers(parse, context),
        *find_roles(parse, roster),
    ]
    return [*halt_deals(found, parse, context)]


def _claims(read: Read, document: Document, previous: str | None) -> Iterator[FoundClaim]:
    for finding in read.findings:
        if finding.weight < THRESHOLD or (finding.status is None and is_open(read.parse, finding.group)):
            continue
        yield from _claim(finding, read, document, previous)


def _bounds(finding: Finding, read: Read) -> tuple[int, int]:
    """The characters from the first to the last of the words that make the claim."""
    trigger = read.parse.tokens[finding.trigger]
    ends = [finding.subject, finding.object, *([finding.counterpart] if finding.counterpart else [])]
    places = [(slot.start, slot.end) for slot in ends] + [(trigger.start, trigger.end)]
    inside = [place for place in places if read.passage.start <= place[0] and place[1] <= read.passage.end]
    return min(start for start, _ in inside), max(end for _, end in inside)


def _claim(finding: Finding, read: Read, document: Document, previous: str | None) -> Iterator[FoundClaim]:
    parse, passage, group = read.parse, read.passage, finding.group
    told = status_of(parse, finding.trigger, group, finding.phrase, nominal=finding.nominal, stative=finding.stative)
    dropped = finding.status == "planned" and finding.nominal and told == "halted"
    status = told if finding.status is None or dropped else finding.status
    date, future = date_of(
        finding,
        parse,
        document.published,
        planned=status == "planned",
        ended=status == "ended",
        previous=previous,
    )
    if date is None and status != "planned":
        date = told_day(finding, parse, document.published, title=passage.text.strip() == document.title)
    if future and status == "active":
        status = "planned"
    money = amount_of(finding, parse)
    likely = likelihood_of(parse, passage.start, group)
    start, end = _bounds(finding, read)
    base = FoundClaim(
        subject="",
        predicate=finding.relation,
        object="",
        subject_text=finding.subject.text,
        object_text=finding.object.text,
        passage=passage.index,
        start=start,
        end=end,
        counterpart_text=finding.counterpart.text if finding.counterpart else None,
        polarity="positive" if finding.status == "halted" else polarity_of(parse, group, finding.phrase),
        status=status,
        date=date,
        amount=money[0] if money else None,
        currency=money[1] if money else None,
        role=finding.role,
        likelihood_low=likely.low if likely else None,
        likelihood_high=likely.high if likely else None,
        likelihood_words=likely.words if likely else None,
        reliability=passage.reliability,
        confidence=round(finding.weight, 3),
        deal=finding.deal,
    )
    counterparts: Sequence[str | None] = finding.counterpart.entities if finding.counterpart else (None,)
    for subject in finding.subject.entities:
        for obj in finding.object.entities:
            for counterpart in counterparts:
                if len({subject, obj, counterpart}) == 3:
                    yield replace(base, subject=subject, object=obj, counterpart=counterpart)
