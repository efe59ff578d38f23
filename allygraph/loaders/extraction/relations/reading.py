"""What a reader of the whole text takes two entities for, and how it is joined with what the rules find."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Document, Kind, Status
from allygraph.loaders.extraction.protocol import FoundClaim
from allygraph.loaders.extraction.qualifiers.likelihood import likelihood_of
from allygraph.loaders.extraction.qualifiers.status import planned_words
from allygraph.loaders.extraction.relations.dating import STATES, date_of, only_date, told_day
from allygraph.loaders.extraction.relations.discourse import Read
from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.settling import amount_of
from allygraph.loaders.extraction.relations.title_spans import title_spans

__all__ = ["Reading", "Weights", "has_rival", "joined", "taken_by"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Two entities of a passage in a relation, with the characters of the document that stand for them.

    `probability` is that of the relation between these entities, that references stand for them included; `sure` is
    that of the status, `denied` that the text says it is not so.
    """

    relation: str
    subject: str
    object: str
    subject_place: tuple[int, int]
    object_place: tuple[int, int]
    passage: int
    probability: float
    status: Status | None
    sure: float
    denied: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What turns the weight of a rule and the probability of a reading into one confidence, by logistic regression.

    `alone` for readings without a rule: (constant, slope of the log-odds, what is added for one with a rival); `both`
    for rules: (constant, slope of the rule's log-odds, of the reading's). Readings without a rule are left out below
    `threshold`.
    """

    alone: tuple[float, float, float]
    both: tuple[float, float, float]
    threshold: float


def joined(
    claims: Sequence[FoundClaim],
    readings: Sequence[Reading],
    read: Read,
    kinds: Mapping[str, Kind],
    document: Document,
    previous: str | None,
    weights: Weights,
) -> Iterator[FoundClaim]:
    """The claims of a passage by rules and readings together, each with who found it and how sure."""
    by_key = {_key(one.relation, one.subject, one.object): one for one in readings}
    told = set()
    for claim in claims:
        keys = [_key(claim.predicate, claim.subject, end) for end in (claim.object, claim.counterpart) if end]
        told.update(keys)
        best = max((by_key[key] for key in keys if key in by_key), key=lambda one: one.probability, default=None)
        seen = best.probability if best else 0.0
        yield replace(
            claim,
            status=_status(claim, best),
            confidence=round(_both(claim.confidence, seen, weights), 3),
            found_by="rules+model" if seen >= _SEEN else "rules",
        )
    rivals = taken_by(claims)
    for key, reading in by_key.items():
        confidence = _alone(reading, weights, rivals)
        if key not in told and confidence >= weights.threshold:
            yield _claim(reading, confidence, read, kinds, document, previous)


_DONE = frozenset({"announced", "signed", "active"})
#: Words before the ends that still speak of what they share ("A planned partnership: A and B").
_BEFORE = 4
#: A reading this sure of another status than "active" is believed.
SURE = 0.8
#: A reading this probable confirms a rule.
_SEEN = 0.3


def _status(claim: FoundClaim, reading: Reading | None) -> Status | None:
    """That of the rule; where it saw no more than a deal in passing, the one that the reading is sure of."""
    if reading is not None and reading.probability >= _SEEN and claim.status == "active" and reading.sure >= SURE:
        return reading.status or claim.status
    return claim.status


def _key(relation: str, subject: str, object_: str) -> tuple[str, str, str]:
    if relation_kinds()[relation].symmetric and subject > object_:
        subject, object_ = object_, subject
    return relation, subject, object_


def _odds(probability: float) -> float:
    bounded = min(max(probability, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def taken_by(claims: Iterable[FoundClaim]) -> frozenset[tuple[str, str]]:
    """The ends for which rules have an answer in a passage, as (relation, entity)."""
    return frozenset(
        (claim.predicate, end)
        for claim in claims
        if claim.polarity == "positive" and claim.found_by != "model"
        for end in (claim.subject, claim.object, claim.counterpart)
        if end
    )


def has_rival(reading: Reading, taken: frozenset[tuple[str, str]]) -> bool:
    """Whether a rule gives one of the ends another partner in the same relation."""
    return not taken.isdisjoint({(reading.relation, reading.subject), (reading.relation, reading.object)})


def _alone(reading: Reading, weights: Weights, taken: frozenset[tuple[str, str]]) -> float:
    constant, slope, rival = weights.alone
    total = constant + slope * _odds(reading.probability) + rival * has_rival(reading, taken)
    return 1 / (1 + math.exp(-total))


def _both(weight: float, probability: float, weights: Weights) -> float:
    constant, by_rule, by_reading = weights.both
    return 1 / (1 + math.exp(-(constant + by_rule * _odds(weight) + by_reading * _odds(probability))))


def _claim(
    reading: Reading,
    confidence: float,
    read: Read,
    kinds: Mapping[str, Kind],
    document: Document,
    previous: str | None,
) -> FoundClaim:
    """A claim that only the reading makes; date, amount, likelihood and role come from the words around it."""
    parse, passage = read.parse, read.passage
    subject = _slot(reading.subject, reading.subject_place, kinds, document)
    object_ = _slot(reading.object, reading.object_place, kinds, document)
    inside = [slot for slot in (subject, object_) if passage.start <= slot.start < passage.end]
    trigger = _trigger(parse, inside)
    group = _governing(parse, trigger)
    status = reading.status
    if status in _DONE and _is_called_a_plan(parse, inside):
        # A plan is never shown as a deal that is done.
        status = "planned"
    finding = Finding(reading.relation, subject, object_, confidence, trigger, group, status=status)
    planned = status == "planned"
    date = money = likely = None
    if parse.tokens:
        ended = status == "ended"
        date, _ = date_of(finding, parse, document.published, planned=planned, ended=ended, previous=previous)
        if date is None and (ended or reading.relation not in STATES):
            date = only_date(parse, document.published, planned=planned)
        if date is None and not planned:
            date = told_day(finding, parse, document.published, title=passage.text.strip() == document.title)
        money = amount_of(finding, parse) or _only_amount(finding, parse)
        likely = likelihood_of(parse, passage.start, group)
    return FoundClaim(
        subject=reading.subject,
        predicate=reading.relation,
        object=reading.object,
        subject_text=subject.text,
        object_text=object_.text,
        passage=passage.index,
        start=min((slot.start for slot in inside), default=passage.start),
        end=max((slot.end for slot in inside), default=passage.end),
        polarity="negative" if reading.denied > 0.5 else "positive",
        status=status,
        date=date,
        amount=money[0] if money else None,
        currency=money[1] if money else None,
        role=_role(reading, parse) if reading.relation == "HAS_ROLE" else None,
        likelihood_low=likely.low if likely else None,
        likelihood_high=likely.high if likely else None,
        likelihood_words=likely.words if likely else None,
        reliability=passage.reliability,
        confidence=round(confidence, 3),
        found_by="model",
    )


def _slot(entity: str, place: tuple[int, int], kinds: Mapping[str, Kind], document: Document) -> Slot:
    return Slot((entity,), kinds[entity], document.text[slice(*place)], *place)


def _is_called_a_plan(parse: Parse, inside: Sequence[Slot]) -> bool:
    """Whether a word such as "proposed" stands between the ends or shortly before them."""
    if not inside:
        return False
    first, last = min(slot.start for slot in inside), max(slot.end for slot in inside)
    begin = next((n for n, token in enumerate(parse.tokens) if token.start >= first), 0)
    return any(token.low in planned_words() for token in parse.tokens[max(0, begin - _BEFORE) :] if token.start < last)


def _trigger(parse: Parse, inside: Sequence[Slot]) -> int:
    """The first verb between the ends, else the first word after the first end."""
    if not inside or not parse.tokens:
        return 0
    first, last = min(slot.end for slot in inside), max(slot.start for slot in inside)
    between = [n for n, token in enumerate(parse.tokens) if first <= token.start < last]
    verbs = [n for n in between if parse.tokens[n].tag == "V"]
    after = next((n for n, token in enumerate(parse.tokens) if token.start >= first), len(parse.tokens) - 1)
    return verbs[0] if verbs else between[0] if between else after


def _governing(parse: Parse, trigger: int) -> VerbGroup | None:
    """The verb nearest to the trigger."""
    return min(parse.groups, key=lambda group: abs(group.end - 1 - trigger), default=None)


def _only_amount(finding: Finding, parse: Parse) -> tuple[float, str] | None:
    """The amount of the sentence, where the relation carries one and there is no other."""
    amounts = [token.amount for token in parse.tokens if token.amount is not None]
    if len(amounts) == 1 and "amount" in relation_kinds()[finding.relation].qualifiers:
        return amounts[0].value, amounts[0].currency
    return None


def _role(reading: Reading, parse: Parse) -> str | None:
    """The title nearest to the person."""
    start, end = reading.subject_place
    titles = [title for title in title_spans(parse.tokens) if title.role]

    def gap(place: int) -> int:
        token = parse.tokens[min(place, len(parse.tokens) - 1)]
        return max(token.start - end, start - token.end, 0)

    nearest = min(titles, key=lambda title: min(gap(title.start), gap(title.end - 1)), default=None)
    return nearest.role if nearest else None
