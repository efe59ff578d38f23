"""An extraction in the JSON format of the evaluation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Document, Passage
from allygraph.graph.scales import STATUSES
from allygraph.loaders.documents.passages import passages_of
from allygraph.loaders.extraction.protocol import Extraction, FoundClaim


def to_prediction(document: Document, extraction: Extraction) -> dict[str, Any]:
    """The entities and facts of one document; facts in order of first appearance.

    A fact joins the claims on one (subject, relation, object), for HAS_ROLE also on one role: the latest status in life
    that they state, the fullest date, the amount, the evidence of the surest claim. Denied claims are left out. A claim
    that halts an alliance gives one HALTS fact for each party.
    """
    groups: dict[tuple[str, ...], list[FoundClaim]] = {}
    for claim in extraction.claims:
        if claim.polarity == "negative":
            continue
        for target in (claim.object, claim.counterpart):
            if target is not None:
                groups.setdefault(_key(claim, target), []).append(claim)
    passages = passages_of(document.text, document.series)
    facts = [_fact(key, claims, passages) for key, claims in _without_vague_roles(groups).items()]
    entities = [
        {
            "id": entity.id,
            "type": entity.kind,
            "name": entity.name,
            "mentions": list(dict.fromkeys((entity.name, *entity.aliases))),
        }
        for entity in extraction.entities
    ]
    return {
        "doc": document.id,
        "title": document.title,
        "published": document.published,
        "source": document.source.name,
        "entities": entities,
        "facts": facts,
    }


def _key(claim: FoundClaim, target: str) -> tuple[str, ...]:
    ends = (claim.subject, target)
    if relation_kinds()[claim.predicate].symmetric and ends[0] > ends[1]:
        ends = (ends[1], ends[0])
    return (claim.predicate, *ends, (claim.role or "").casefold())


def _without_vague_roles(groups: Mapping[tuple[str, ...], list[FoundClaim]]) -> dict[tuple[str, ...], list[FoundClaim]]:
    """A bare affiliation adds nothing where the same person has a named role at the same body."""
    named = {key[:3] for key in groups if key[0] == "HAS_ROLE" and key[3]}
    return {key: claims for key, claims in groups.items() if key[3] or key[:3] not in named or key[0] != "HAS_ROLE"}


def _fact(key: tuple[str, ...], claims: Sequence[FoundClaim], passages: Sequence[Passage]) -> dict[str, Any]:
    best = max(claims, key=lambda claim: (claim.confidence, -claim.start))
    leading = _leading(claims)
    dated = [claim for claim in claims if claim.date and (claim.status == leading.status or leading.date is None)]
    date = max((claim.date for claim in dated if claim.date), key=len, default=leading.date)
    paid = next((claim for claim in claims if claim.amount is not None), None)
    likely = next((claim for claim in claims if claim.likelihood_words), None)
    start, evidence = _evidence(passages, best)
    return {
        "subject": best.subject if best.subject in key[1:3] else key[1],
        "relation": key[0],
        "object": key[2] if best.subject == key[1] else key[1],
        "status": leading.status,
        "date": date,
        "amount": {"value": _number(paid.amount), "currency": paid.currency}
        if paid and paid.amount is not None
        else None,
        **({"role": best.role} if key[0] == "HAS_ROLE" else {}),
        "evidence": evidence,
        "start": start,
        "end": start + len(evidence),
        "confidence": best.confidence,
        **({"found_by": found_by} if (found_by := _found_by(claims)) else {}),
        "likelihood": {"low": likely.likelihood_low, "high": likely.likelihood_high, "words": likely.likelihood_words}
        if likely
        else None,
        "reliability": best.reliability,
    }


def _found_by(claims: Sequence[FoundClaim]) -> str:
    """The parts of the engine that found a fact, joined by plus signs; empty for an engine without parts."""
    return "+".join(
        sorted({part for claim in claims for part in (claim.found_by or "").split("+") if part}, reverse=True)
    )


def _leading(claims: Sequence[FoundClaim]) -> FoundClaim:
    """The claim that tells the most of the life: dated over undated, then the later date, then the later status.

    A plain "active" is what is said of any deal in passing, so a stated status (announced, signed, halted, ended) wins.
    """
    order = {status: place for place, status in enumerate(STATUSES)}
    final = [claim for claim in claims if claim.status in {"halted", "ended"}]
    stated = (
        final
        or [claim for claim in claims if claim.status in {"announced", "signed"}]
        or [c for c in claims if c.status == "active"]
        or list(claims)
    )
    return max(stated, key=lambda claim: (claim.date is not None, order.get(claim.status or "", -1), claim.confidence))


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _evidence(passages: Sequence[Passage], claim: FoundClaim) -> tuple[int, str]:
    """Where the sentence of the claim starts, and its text."""
    place = bisect_right(passages, claim.start, key=lambda passage: passage.start) - 1
    passage = passages[max(place, 0)]
    return passage.start, passage.text
