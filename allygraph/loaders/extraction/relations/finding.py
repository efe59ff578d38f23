"""A finding: two slots that a pattern relates, and the words that do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.fillers import Filler
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token


@dataclass(frozen=True, slots=True)
class Finding:
    """`trigger` is the token that triggered it, `group` the verb that governs it, `phrase` its noun phrase.

    `counterpart` is the second party of an alliance that `subject` halts. Findings of one deal share `deal`. `dated`
    is a date token of an earlier sentence.
    """

    relation: str
    subject: Slot
    object: Slot
    weight: float
    trigger: int
    group: VerbGroup | None = None
    phrase: NounPhrase | None = None
    counterpart: Slot | None = None
    role: str | None = None
    status: Status | None = None
    nominal: bool = False
    stative: bool = False
    deal: str | None = None
    dated: Token | None = None


def ends_fit(
    relation: str, subject: Slot, obj: Slot, kinds: Sequence[str] = (), object_kinds: Sequence[str] = ()
) -> bool:
    """True where both ends are of a kind the relation takes and share no entity."""
    kind = relation_kinds()[relation]
    return (
        subject.kind in (kinds or kind.subject)
        and subject.kind in kind.subject
        and obj.kind in (object_kinds or kind.object)
        and obj.kind in kind.object
        and not set(subject.entities) & set(obj.entities)
    )


#: Lists longer than this are taken as a lead party with many others, or their pairs would be thousands.
_LONGEST_LIST = 20


def all_pairs(found: Sequence[Filler]) -> Iterable[tuple[Filler, Filler]]:
    """Each pair of a list once, in order; of a very long list the first with each other."""
    if len(found) > _LONGEST_LIST:
        return ((found[0], other) for other in found[1:])
    return ((one, other) for place, one in enumerate(found) for other in found[place + 1 :])


def best_of(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for the same two slots, relation and role: the surest, in order of first appearance."""
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        ends = (finding.subject.start, finding.object.start)
        if relation_kinds()[finding.relation].symmetric:
            ends = (min(ends), max(ends))
        key = (finding.relation, *ends, finding.role, finding.counterpart.start if finding.counterpart else None)
        known = kept.get(key)
        if known is None or finding.weight > known.weight:
            kept[key] = finding
    return list(kept.values())
