"""Who speaks for whom: what an officer plans or signs, the body does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from allygraph.loaders.extraction.relations.discourse import Read
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import OWN_BODIES, singular
from allygraph.loaders.extraction.relations.grammar.slots import Slot

#: How sure it is that an officer acts for the body.
_SCORE = 0.85


def speak_for(sentences: Sequence[Read], bodies: Mapping[str, Slot]) -> list[Read]:
    """The sentences, with the body in the place of its officer: "the CEO of A, P, plans ties with B" is A's plan."""
    return [
        replace(read, findings=tuple(spoken for finding in read.findings for spoken in _spoken(finding, bodies)))
        for read in sentences
    ]


def bodies_of(sentences: Sequence[Read], main: Slot | None) -> Mapping[str, Slot]:
    """The body that each person holds a role at: the only one, or of several the one the document is about (`main`)."""
    found: dict[str, dict[tuple[str, ...], Slot]] = {}
    for read in sentences:
        for finding in read.findings:
            if finding.relation == "HAS_ROLE" and finding.status != "ended" and len(finding.subject.entities) == 1:
                found.setdefault(finding.subject.entities[0], {})[finding.object.entities] = finding.object
    about = main.entities if main is not None else ()
    return {
        person: held[about] if about in held else next(iter(held.values()))
        for person, held in found.items()
        if len(held) == 1 or about in held
    }


def _spoken(finding: Finding, bodies: Mapping[str, Slot]) -> Iterator[Finding]:
    """The finding with bodies for the officers who act in it, or nothing where it is not known whose they are."""
    ends = finding.subject, finding.object
    own = any(slot.kind == "Person" and singular(slot.text.lower()) in OWN_BODIES for slot in ends)
    if not own and (finding.relation != "PARTNERS_WITH" or all(slot.kind != "Person" for slot in ends)):
        yield finding
        return
    subject, obj = (_body(slot, bodies) for slot in ends)
    if subject is not None and obj is not None and ends_fit(finding.relation, subject, obj):
        yield replace(finding, subject=subject, object=obj, weight=finding.weight * _SCORE)


def _body(slot: Slot, bodies: Mapping[str, Slot]) -> Slot | None:
    """The body with the words of its officer; None for a person who speaks for none."""
    if slot.kind != "Person":
        return slot
    body = bodies.get(slot.entities[0]) if len(slot.entities) == 1 else None
    return replace(slot, entities=body.entities, kind=body.kind, reference=True) if body is not None else None
