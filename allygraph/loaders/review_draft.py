"""What an analyst makes of a claim before it is saved, and whether the kinds of relation allow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from allygraph.graph.kinds import RelationKind, relation_kinds
from allygraph.graph.model import Kind, Polarity, Status
from allygraph.graph.names import normal_name
from allygraph.graph.scales import STATUSES
from allygraph.loaders.dates import parse_date

_ROLED = "role"


@dataclass(frozen=True, slots=True)
class DraftEnd:
    """An end of a claim: an entity that the document names (`key`), or a name of its text (`key` is None).

    `text` is how the sentence calls it.
    """

    key: str | None
    kind: Kind
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as it is to be; the fields are those of `graph.model.Claim`."""

    predicate: str
    subject: DraftEnd
    object: DraftEnd
    counterpart: DraftEnd | None = None
    status: Status | None = None
    date: str | None = None
    amount: float | None = None
    currency: str | None = None
    role: str | None = None
    polarity: Polarity = "positive"

    def with_relation(self, predicate: str) -> Self:
        """Another relation; what only the former one could carry goes."""
        kind = relation_kinds()[predicate]
        keeps_role = _ROLED in kind.qualifiers
        return replace(
            self,
            predicate=predicate,
            role=self.role if keeps_role else None,
            counterpart=self.counterpart if predicate == "HALTS" else None,
        )

    def turned_round(self) -> Self:
        """Subject and object exchanged."""
        return replace(self, subject=self.object, object=self.subject)


def problems_of(draft: ClaimDraft) -> tuple[str, ...]:
    """Why a draft cannot be saved, a sentence each; empty where it can."""
    kind = relation_kinds().get(draft.predicate)
    if kind is None:
        return (f"There is no relation {draft.predicate}.",)
    return (*_end_problems(draft, kind), *_value_problems(draft, kind))


def _end_problems(draft: ClaimDraft, kind: RelationKind) -> Iterator[str]:
    for place, end, allowed in (("subject", draft.subject, kind.subject), ("object", draft.object, kind.object)):
        if end.kind not in allowed:
            turned = draft.object.kind in kind.subject and draft.subject.kind in kind.object
            hint = " The other way round it could." if turned else ""
            yield f"The {place} of {kind.name} is {_listed(allowed)}, not {end.kind} ({end.name}).{hint}"
    if _same(draft.subject, draft.object):
        yield f"Subject and object are both {draft.subject.name}."
    if draft.counterpart and draft.predicate != "HALTS":
        yield "Only HALTS has a third party."


def _same(left: DraftEnd, right: DraftEnd) -> bool:
    if left.key or right.key:
        return left.key == right.key
    return (left.kind, normal_name(left.name, left.kind)) == (right.kind, normal_name(right.name, right.kind))


def _listed(kinds: tuple[str, ...]) -> str:
    return " or ".join(kind for kind in kinds if kind != "Alliance")


def _value_problems(draft: ClaimDraft, kind: RelationKind) -> Iterator[str]:
    if draft.role and _ROLED not in kind.qualifiers:
        yield f"{kind.name} has no role."
    if draft.status is not None and draft.status not in STATUSES:
        yield f"The status is one of {', '.join(STATUSES)}, not '{draft.status}'."
    if draft.date is not None and parse_date(draft.date) != draft.date:
        yield f"'{draft.date}' is no date such as 2020, 2020-07 or 2020-07-14."
    if draft.amount is not None and not 0 <= draft.amount < float("inf"):
        yield "An amount is a number from 0 on."
    if (draft.amount is None) != (draft.currency is None):
        yield "An amount needs its currency, and a currency its amount."
    if draft.polarity not in ("positive", "negative"):
        yield f"The polarity is positive or negative, not '{draft.polarity}'."
