"""From claims to facts: one per subject, predicate and object; beside that per role (HAS_ROLE) and per alliance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Fact
from allygraph.graph.projection.alliances import Draft, halts
from allygraph.graph.projection.claims import ClaimView, symmetric
from allygraph.graph.projection.denials import denies
from allygraph.graph.projection.grading import amount, confidence, contradictory, grade, likelihood, origins
from allygraph.graph.projection.life import Step, life
from allygraph.graph.projection.roles import normal_role


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one fact from another. `role` in its normal form; `alliance` where it is part of the identity."""

    predicate: str
    subject: str
    object: str
    role: str | None = None
    alliance: str | None = None


def facts(positive: Sequence[ClaimView], negative: Sequence[ClaimView], drafts: Sequence[Draft]) -> list[Fact]:
    """The facts in the claims, sorted by id."""
    deal_of = {view.claim.id: draft for draft in drafts for view in (*draft.claims, *draft.contributions)}
    stated: dict[Key, list[ClaimView]] = {}
    for view in positive:
        for key in _keys(view, deal_of.get(view.claim.id)):
            stated.setdefault(key, []).append(view)
    stated = _roles_joined(stated)
    denied: dict[tuple[str, str, str], list[ClaimView]] = {}
    for view in negative:
        for key in _keys(view, None):
            denied.setdefault((key.predicate, key.subject, key.object), []).append(view)
    built = [
        _fact(key, stated[key], denied.get((key.predicate, key.subject, key.object), ()), deal_of) for key in stated
    ]
    return sorted(built, key=lambda fact: fact.id)


def _keys(view: ClaimView, draft: Draft | None) -> Iterable[Key]:
    alliance = draft.alliance.id if draft else None
    if view.halts_alliance:
        if alliance:
            yield Key("HALTS", view.subject_id, alliance)
        for party in sorted(set(view.ends[1:]) - {view.subject_id}):
            yield Key("HALTS", view.subject_id, party)
        return
    subject, object_ = view.ends[:2]
    if symmetric(view.predicate) and object_ < subject:
        subject, object_ = object_, subject
    role = normal_role(view.claim.role) if view.predicate == "HAS_ROLE" else None
    yield Key(view.predicate, subject, object_, role, alliance if view.of_deal else None)


def _roles_joined(stated: Mapping[Key, list[ClaimView]]) -> dict[Key, list[ClaimView]]:
    """A claim that names no role speaks of the only role there is; of several roles it stays apart."""
    roles: dict[tuple[str, str], list[Key]] = {}
    for key in stated:
        if key.role:
            roles.setdefault((key.subject, key.object), []).append(key)
    joined: dict[Key, list[ClaimView]] = {}
    for key, views in stated.items():
        known = roles.get((key.subject, key.object), []) if key.predicate == "HAS_ROLE" and not key.role else []
        joined.setdefault(known[0] if len(known) == 1 else key, []).extend(views)
    return joined


def _fact(key: Key, views: Sequence[ClaimView], denials: Sequence[ClaimView], deal_of: Mapping[str, Draft]) -> Fact:
    views = sorted(views, key=lambda view: view.claim.id)
    heard = [view for view in denials if not key.role or normal_role(view.claim.role) in (None, key.role)]
    against = [view for view in heard if denies(view, views, of_deal=key.alliance is not None)]
    deals = [deal_of.get(view.claim.id) for view in views]
    deal = deals[0] if all(one is deals[0] for one in deals) else None
    steps = [Step(view.claim.status, view.claim.date, view.claim.id) for view in views]
    if deal and key.predicate in ("PARTNERS_WITH", "JOINT_VENTURE_IN"):
        steps += halts(deal.claims)
    lived = life(steps)
    value, currency = amount(views)
    low, high = likelihood(views, lived.status)
    reported = [view.published for view in views if view.published]
    return Fact(
        id=stable_id("fac", key.subject, key.predicate, key.object, key.role, key.alliance),
        predicate=key.predicate,
        subject=key.subject,
        object=key.object,
        status=lived.status,
        valid_from=lived.valid_from,
        valid_to=lived.valid_to,
        role=_role(views),
        amount=value,
        currency=currency,
        likelihood_low=low,
        likelihood_high=high,
        grade=grade(views, against),
        confidence=confidence(views),
        claims=tuple(view.claim.id for view in views),
        sources=len({view.source_id for view in views}),
        origins=len(origins(views)),
        conflict=bool(against) or contradictory(views),
        first_reported=min(reported, default=None),
        last_reported=max(reported, default=None),
        alliance=deal.alliance.id if deal else None,
    )


def _role(views: Iterable[ClaimView]) -> str | None:
    """The role as most claims write it; of several, the shortest, then the first in the alphabet."""
    written = Counter(view.claim.role for view in views if view.claim.role)
    return min(written, key=lambda role: (-written[role], len(role), role), default=None)
