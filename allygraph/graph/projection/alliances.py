"""From the claims of one deal to the alliance with its parties and its life.

Ids: the first alliance of a set of parties has its id from the ids of the parties alone, so that a better date, a
venture or a later deal learned afterwards leaves it alone; a further deal of the same parties adds the year it began.
The price: the id changes when a party joins, and the ids of two deals change places when an earlier one is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Alliance, Party
from allygraph.graph.projection.claims import ClaimView
from allygraph.graph.projection.clusters import Cluster, clusters
from allygraph.graph.projection.deals import deal_parties, tellings
from allygraph.graph.projection.denials import denies
from allygraph.graph.projection.grading import amount, contradictory, grade
from allygraph.graph.projection.life import FINAL, Step, events, life

#: A title names this many parties, then counts the rest.
TITLE_PARTIES = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """An alliance and the claims on it; `contributions` are investments of its parties in what it creates."""

    alliance: Alliance
    claims: tuple[ClaimView, ...]
    contributions: tuple[ClaimView, ...]


def alliances(positive: Sequence[ClaimView], negative: Sequence[ClaimView]) -> list[Draft]:
    """The alliances in the claims, sorted by id."""
    denied: dict[frozenset[str], list[ClaimView]] = {}
    for view in negative:
        if view.of_deal:
            denied.setdefault(frozenset(view.ends), []).append(view)
    invested: dict[str, list[ClaimView]] = {}
    for view in positive:
        if view.predicate == "INVESTS_IN":
            invested.setdefault(view.object_id, []).append(view)
    named = _named(clusters(tellings(positive)))
    drafts = [_draft(identifier, cluster, invested, denied) for identifier, cluster in named]
    return sorted(drafts, key=lambda draft: draft.alliance.id)


def _named(found: Iterable[Cluster]) -> list[tuple[str, Cluster]]:
    by_parties: dict[frozenset[str], list[Cluster]] = {}
    for cluster in found:
        by_parties.setdefault(cluster.parties, []).append(cluster)
    named = []
    for parties, deals in by_parties.items():
        years: Counter[str] = Counter()
        for place, deal in enumerate(sorted(deals, key=_seniority)):
            year = deal.began[:4]
            years[year] += 1
            suffix = (year, years[year]) if place else ()
            named.append((stable_id("all", *sorted(parties), *suffix), deal))
    return named


def _seniority(deal: Cluster) -> tuple[str, list[str], str]:
    return deal.began or "9999", sorted(deal.ventures), deal.first_claim


def _draft(
    identifier: str,
    cluster: Cluster,
    invested: Mapping[str, Sequence[ClaimView]],
    denied: Mapping[frozenset[str], Sequence[ClaimView]],
) -> Draft:
    claims = tuple(sorted((view for one in cluster.tellings for view in one.claims), key=lambda view: view.claim.id))
    contributions = tuple(
        view
        for venture in sorted(cluster.ventures)
        for view in invested.get(venture, ())
        if view.subject_id in cluster.parties
    )
    heard = [view for ends in {frozenset(view.ends) for view in claims} for view in denied.get(ends, ())]
    denials = [view for view in heard if denies(view, claims, of_deal=True)]
    steps = _steps(claims, cluster.parties)
    lived = life(steps)
    alliance = Alliance(
        id=identifier,
        title=_title(claims, cluster),
        kind="joint venture" if cluster.ventures else "consortium" if len(cluster.parties) > 2 else "partnership",
        status=lived.status,
        valid_from=lived.valid_from,
        valid_to=lived.valid_to,
        parties=tuple(_party(party, claims, contributions) for party in sorted(cluster.parties)),
        events=events(identifier, steps),
        creates=tuple(sorted(cluster.ventures)),
        claims=tuple(sorted({view.claim.id for view in (*claims, *contributions)})),
        grade=grade(claims, denials),
        conflict=bool(denials) or contradictory([view for view in claims if not view.halts_alliance]),
    )
    return Draft(alliance, claims, contributions)


def halts(views: Iterable[ClaimView]) -> list[Step]:
    """The steps that authorities brought about; a halt that is only planned, or over, is none."""
    return [
        Step("halted", view.claim.date, view.claim.id, (view.subject_id,))
        for view in views
        if view.halts_alliance and view.claim.status not in ("planned", "ended")
    ]


def _steps(claims: Sequence[ClaimView], parties: frozenset[str]) -> list[Step]:
    """One step per claim. Of more than two parties, one may leave: an end counts once all parties are out."""
    told = [view for view in claims if not view.halts_alliance]
    out = {party for view in told if view.claim.status in FINAL for party in deal_parties(view)}
    return halts(claims) + [
        Step(view.claim.status, view.claim.date, view.claim.id)
        for view in told
        if view.claim.status not in FINAL or out >= parties
    ]


def _party(party: str, claims: Sequence[ClaimView], contributions: Sequence[ClaimView]) -> Party:
    own = [view for view in claims if view.predicate == "JOINT_VENTURE_IN" and view.subject_id == party]
    value, currency = amount([*own, *(view for view in contributions if view.subject_id == party)])
    role = min((view.claim.role for view in own if view.claim.role), default=None)
    return Party(party, role, value, currency)


def _title(claims: Sequence[ClaimView], cluster: Cluster) -> str:
    """Such as 'C2CX - CyberTrust: CyberEX'."""
    names = entity_names(claims)
    parties = sorted((names.get(party, party) for party in cluster.parties), key=lambda name: (name.casefold(), name))
    shown = " - ".join(parties[:TITLE_PARTIES])
    if len(parties) > TITLE_PARTIES:
        shown += f" and {len(parties) - TITLE_PARTIES} more"
    ventures = sorted(names.get(venture, venture) for venture in cluster.ventures)
    return f"{shown}: {', '.join(ventures)}" if ventures else shown


def entity_names(claims: Iterable[ClaimView]) -> dict[str, str]:
    """A name for each entity id in the claims."""
    names: dict[str, str] = {}
    for view in claims:
        for end, name in zip(view.ends, (view.subject_name, view.object_name, view.counterpart_name), strict=False):
            if name:
                names[end] = min(names.get(end, name), name)
    return names
