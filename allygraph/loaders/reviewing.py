"""Decisions on claims: accepted, rejected, edited, noted, and each of them undone. Facts follow by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from allygraph.graph.errors import AllygraphError, Outdated, UnknownName
from allygraph.graph.ids import stable_id
from allygraph.graph.model import Claim, Review
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Store, Transaction
from allygraph.graph.store.claims import retire_claims, revive_claims, write_claims
from allygraph.graph.store.clock import now
from allygraph.graph.store.projecting import update_facts
from allygraph.graph.store.reviews import (
    Decision,
    DecisionVerdict,
    ReviewState,
    decision_in_force,
    decision_upon,
    end_decision,
    end_edit,
    is_retired,
    latest_decision,
    note_edit,
    note_review,
    restore_names,
    review_state,
    write_decision,
)
from allygraph.graph.store.views import claim_views
from allygraph.loaders.review_draft import ClaimDraft, problems_of
from allygraph.loaders.review_names import NamedEnd, name_end
from allygraph.loaders.showing import show_changes

#: Who is said to have found a claim that an analyst edited.
ANALYST = "review"


def decide(
    store: Store, claim: str, verdict: Review, *, author: str, reason: str = "", seen: Review | None = None
) -> Decision:
    """Accepts or rejects a claim (id), or takes that back; a rejected one makes no facts. Raises UnknownName.

    Without a reason the note that stands on the claim stays. `seen` is the review that the author saw on the claim;
    raises Outdated where it has another by now.
    """

    def work(transaction: Transaction) -> Decision:
        state = _state(transaction, claim, seen)
        before = claim_views(transaction, [claim])
        decision = _decision(claim, verdict, author, reason or state.review_reason or "", state)
        note_review(transaction, claim, _state_after(decision))
        write_decision(transaction, decision)
        update_facts(transaction, before, [claim])
        return decision

    return store.in_write(work)


def note(store: Store, claim: str, text: str, *, author: str) -> Decision:
    """Notes something on a claim (id) and leaves its review as it is. Raises UnknownName."""

    def work(transaction: Transaction) -> Decision:
        state = review_state(transaction, claim)
        decision = _decision(claim, "noted", author, text, state)
        note_review(transaction, claim, replace(state, review_reason=text or None))
        write_decision(transaction, decision)
        return decision

    return store.in_write(work)


def edit(
    store: Store, claim: str, draft: ClaimDraft, *, author: str, reason: str = "", seen: Review | None = None
) -> Decision:
    """Puts an accepted claim that says `draft` in the place of a claim (id), which stays as superseded.

    Raises UnknownName for the claim, AllygraphError for a draft that the kinds of relation do not allow and for a new
    name that the document does not hold, Outdated as `decide`.
    """
    problems = problems_of(draft)
    if problems:
        raise AllygraphError(" ".join(problems), "Change the claim, or reject it.")

    def work(transaction: Transaction) -> Decision:
        state = _state(transaction, claim, seen)
        (view,) = claim_views(transaction, [claim])
        decision = _decision(claim, "edited", author, reason or state.review_reason or "", state)
        decision = replace(decision, edit=stable_id("cla", claim, decision.id))
        ends = [name_end(transaction, view, draft.subject), name_end(transaction, view, draft.object)]
        retire_claims(transaction, [claim], f"edited by {author}", decision.date)
        _write_edit(transaction, view, _edited(view.claim, draft, ends, decision), ends, decision)
        earlier = [view, *(one for end in ends for one in end.before)]
        touched = {*view.ends, *(entity for end in ends for entity in end.touched)}
        show_changes(transaction, touched, earlier, [claim, str(decision.edit), *(one.claim.id for one in earlier)])
        return decision

    return store.in_write(work)


def _state(transaction: Transaction, claim: str, seen: Review | None) -> ReviewState:
    """The review of a claim; raises Outdated where it is not the one that was seen."""
    try:
        state = review_state(transaction, claim)
    except UnknownName as error:
        if seen is None or not is_retired(transaction, claim):
            raise
        gone = "This claim was edited, corrected or withdrawn since it was shown."
        raise Outdated(gone, "Take what stands in its place.") from error
    if seen is not None and state.review != seen:
        by = f" by {state.reviewed_by}" if state.reviewed_by else ""
        raise Outdated(
            f"This claim was shown as {seen} and is {state.review}{by} now.", "Look at it again, then decide."
        )
    return state


def _edited(claim: Claim, draft: ClaimDraft, ends: list[NamedEnd], decision: Decision) -> Claim:
    subject, object_ = ends
    keeps = draft.counterpart is not None
    return replace(
        claim,
        id=str(decision.edit),
        predicate=draft.predicate,
        subject=subject.key,
        object=object_.key,
        subject_text=draft.subject.text,
        object_text=draft.object.text,
        counterpart=claim.counterpart if keeps else None,
        counterpart_text=claim.counterpart_text if keeps else None,
        polarity=draft.polarity,
        status=draft.status,
        date=draft.date,
        amount=draft.amount,
        currency=draft.currency,
        role=draft.role,
        engine=ANALYST,
        confidence=1.0,
    )


def _write_edit(
    transaction: Transaction, view: ClaimView, claim: Claim, ends: list[NamedEnd], decision: Decision
) -> None:
    resolved = {end.key: end.entity for end in ends}
    if view.claim.counterpart and view.counterpart_id:
        resolved.setdefault(view.claim.counterpart, view.counterpart_id)
    write_claims(transaction, [(claim, view.published)], resolved, decision.date)
    places = [
        replace(end.place, end=which) for which, end in zip(("subject", "object"), ends, strict=True) if end.place
    ]
    note_edit(transaction, decision.claim, claim.id, places)
    note_review(transaction, claim.id, _state_after(decision))
    write_decision(transaction, decision)
    restore_names(transaction, [claim.document])


def undo_decision(store: Store, identifier: str) -> Decision:
    """Ends a decision (id): the claim is again what it was before. Gives the decision as it was.

    Raises UnknownName where it is not in force, AllygraphError where a later one rests on it.
    """

    def work(transaction: Transaction) -> Decision:
        decision = decision_in_force(transaction, identifier)
        later = decision_upon(transaction, decision)
        if later:
            raise AllygraphError(
                f"On this claim there is a later decision, {later.id} ({later.verdict}).",
                f"Undo that first: allygraph undo {later.id}",
            )
        end_decision(transaction, identifier, now())
        if decision.edit:
            _undo_edit(transaction, decision.claim, decision.edit)
        else:
            before = claim_views(transaction, [decision.claim])
            note_review(transaction, decision.claim, decision.before)
            update_facts(transaction, before, [decision.claim])
        return decision

    return store.in_write(work)


def _undo_edit(transaction: Transaction, claim: str, edited: str) -> None:
    at = now()
    before = claim_views(transaction, [edited])
    retire_claims(transaction, [edited], "the edit was undone", at)
    found_by_edit = end_edit(transaction, claim, edited)
    if before:
        # Else its document has been withdrawn or corrected meanwhile, and the claim stays retired with it.
        revive_claims(transaction, [claim], at)
    touched = {*found_by_edit, *(end for view in before for end in view.ends)}
    after = claim_views(transaction, [claim])
    touched |= {end for view in after for end in view.ends}
    show_changes(transaction, touched, before, [claim, edited])


def last_decision(store: Store, author: str) -> Decision | None:
    """The latest decision of this author that is in force."""
    return store.in_read(lambda transaction: latest_decision(transaction, author))


def _decision(claim: str, verdict: DecisionVerdict, author: str, reason: str, state: ReviewState) -> Decision:
    at = now()
    identifier = stable_id("dec", claim, verdict, author, at)
    return Decision(
        identifier,
        claim,
        verdict,
        author,
        reason,
        at,
        review=state.review,
        reviewed_by=state.reviewed_by,
        reviewed_at=state.reviewed_at,
        review_reason=state.review_reason,
    )


def _state_after(decision: Decision) -> ReviewState:
    review = "accepted" if decision.verdict == "edited" else cast(Review, decision.verdict)
    return ReviewState(review, decision.author, decision.date, decision.reason or None)
