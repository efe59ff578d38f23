"""From a claim as it is shown to the draft of an edit: for the terminal, the explorer and programs alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from allygraph.graph.errors import UnknownName
from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Kind, Polarity, Status
from allygraph.loaders.review_draft import ClaimDraft, DraftEnd
from allygraph.queries.review import DocumentName, ReviewClaim, ReviewEnd

#: The fields of a ClaimDraft that are to be otherwise; ends as EndChange, None takes a value away.
ClaimChange = Mapping[str, Any]
_NEEDED = ("predicate", "subject", "object", "polarity")


@dataclass(frozen=True, slots=True)
class EndChange:
    """Another end: the `key` of a name that the document has, or `name` and `kind` of one that its text has."""

    key: str | None = None
    name: str | None = None
    kind: Kind | None = None


def draft_of(claim: ReviewClaim) -> ClaimDraft:
    """A claim as a draft that changes nothing yet."""
    return ClaimDraft(
        claim.predicate,
        _draft_end(claim.subject),
        _draft_end(claim.object),
        _draft_end(claim.counterpart) if claim.counterpart else None,
        cast("Status | None", claim.status),
        claim.date,
        claim.amount,
        claim.currency,
        claim.role,
        cast(Polarity, claim.polarity),
    )


def changed_draft(claim: ReviewClaim, names: Sequence[DocumentName], change: ClaimChange) -> ClaimDraft:
    """The draft of a claim with these changes; `names` are those of its document.

    Raises ValueError where nothing would change or a value is missing, UnknownName for a relation or a key that is not
    there. Whether the kinds of relation allow the draft is for `review_draft.problems_of` to say.
    """
    lacking = [name for name in _NEEDED if name in change and change[name] is None]
    if lacking:
        raise ValueError(f"{lacking[0]} cannot be taken away from a claim.")
    before = draft_of(claim)
    values = {name: value for name, value in change.items() if name != "predicate"}
    for which in ("subject", "object"):
        if which in values:
            values[which] = _changed_end(claim, names, values[which])
    predicate = change.get("predicate", before.predicate)
    if predicate not in relation_kinds():
        raise UnknownName("relation", predicate)
    draft = replace(before.with_relation(predicate), **values)
    if draft == before:
        raise ValueError("Nothing is changed yet; give what is to be otherwise.")
    return draft


def _changed_end(claim: ReviewClaim, names: Sequence[DocumentName], change: EndChange) -> DraftEnd:
    known = {end.key: end for end in (draft_of(claim).subject, draft_of(claim).object)}
    if change.key in known:
        return known[change.key]
    if change.key:
        chosen = next((name for name in names if name.key == change.key), None)
        if chosen is None:
            raise UnknownName("name of this document", change.key)
        return end_of_document(claim, chosen)
    if not change.name or not change.kind:
        raise ValueError("An end needs a key, or a name and a kind.")
    return DraftEnd(None, change.kind, change.name, change.name)


def end_of_document(claim: ReviewClaim, name: DocumentName) -> DraftEnd:
    """An entity that the document of a claim names, as an end of the draft; called as the sentence calls it."""
    here = [claim.sentence[start:end] for key, start, end in claim.names if key == name.key]
    return DraftEnd(name.key, cast(Kind, name.kind), name.name, here[0] if here else name.name)


def _draft_end(end: ReviewEnd) -> DraftEnd:
    return DraftEnd(end.key, cast(Kind, end.kind), end.name, end.text)
