"""Alliances as a reader meets them: those that one passage reports in the same words are told together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.queries.records import AllianceRecord, Edge, Evidence, Network
from allygraph.views.report.numbering import negative, positive


@dataclass(frozen=True, slots=True)
class Deal:
    """One alliance, or several that differ in one party only: `hub` is then the name they share."""

    alliances: tuple[AllianceRecord, ...]
    edges: tuple[Edge, ...]
    hub: str | None = None

    @property
    def first(self) -> AllianceRecord:
        """The alliance whose status, dates and events are those of all."""
        return self.alliances[0]

    @property
    def origins(self) -> int:
        """Documents that do not copy one another, behind the best fact of the deal; 0 where it has no fact.

        Those behind the deal as a whole are as many if `is_counted`, else as many or more.
        """
        return max((edge.origins for edge in self.edges), default=0)

    @property
    def is_counted(self) -> bool:
        """Whether the best facts rest on every document that the deal rests on."""
        documents = {claim.document for claim in self.evidence}
        best = [edge for edge in self.edges if edge.origins == self.origins]
        return any(documents <= {claim.document for claim in positive(edge)} for edge in best)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The positive claims: of the latest step, of earlier ones, then of the facts; each once."""
        steps = [step for alliance in self.alliances for step in reversed(alliance.events)]
        claims = [claim for step in steps for claim in positive(step)]
        claims += [claim for edge in self.edges for claim in positive(edge)]
        return tuple({claim.claim: claim for claim in claims}.values())

    @property
    def denials(self) -> tuple[Evidence, ...]:
        """The claims that deny it, each once."""
        claims = [claim for alliance in self.alliances for step in alliance.events for claim in negative(step)]
        claims += [claim for edge in self.edges for claim in negative(edge)]
        return tuple({claim.claim: claim for claim in claims}.values())


def deals_of(network: Network) -> tuple[Deal, ...]:
    """The alliances that have evidence, weightiest first: origins, then money, halts and conflicts, then claims."""
    edges: dict[str, list[Edge]] = {}
    for edge in network.edges:
        if edge.alliance:
            edges.setdefault(edge.alliance, []).append(edge)
    backed = [one for one in network.alliances if any(item.evidence for item in (*one.events, *edges.get(one.id, ())))]
    found = []
    for hub, alliances in _grouped(backed, edges):
        joined = tuple(edge for alliance in alliances for edge in edges.get(alliance.id, ()))
        found.append(Deal(tuple(sorted(alliances, key=_by_title)), joined, hub))
    return tuple(sorted(found, key=_weight))


def _by_title(alliance: AllianceRecord) -> tuple[str, str]:
    return alliance.title, alliance.id


def _weight(deal: Deal) -> tuple[int, int, int, str, str]:
    money = any(party.contributes for party in deal.first.parties)
    stir = money + (deal.first.status == "halted") + deal.first.conflict
    return -deal.origins, -stir, -len(deal.evidence), *_by_title(deal.first)


def _grouped(
    alliances: Sequence[AllianceRecord], edges: Mapping[str, Sequence[Edge]]
) -> Iterable[tuple[str | None, list[AllianceRecord]]]:
    """Each alliance once: in the largest group that tells the same of a shared party, or by itself."""
    same: dict[tuple[object, ...], list[AllianceRecord]] = {}
    for alliance in alliances:
        told = _told(alliance, edges.get(alliance.id, ()))
        for party in alliance.parties if told else ():
            same.setdefault((party.id, party.name, told), []).append(alliance)
    done: set[str] = set()
    for (_, hub, _), group in sorted(same.items(), key=lambda item: (-len(item[1]), str(item[0][0]))):
        left = [alliance for alliance in group if alliance.id not in done]
        if len(left) > 1:
            done.update(alliance.id for alliance in left)
            yield str(hub), left
    for alliance in alliances:
        if alliance.id not in done:
            yield None, [alliance]


def _told(alliance: AllianceRecord, edges: Sequence[Edge]) -> tuple[object, ...]:
    """What a report says of an alliance of two beside its parties; empty where its own terms must be told."""
    own = any(party.contributes or party.role for party in alliance.parties) or alliance.creates or alliance.conflict
    if own or len(alliance.parties) != 2 or any(negative(edge) for edge in edges):
        return ()
    events = tuple(
        (event.status, event.date, event.by, tuple(sorted({claim.sentence for claim in event.evidence})))
        for event in alliance.events
    )
    likelihoods = frozenset((edge.likelihood_low, edge.likelihood_high) for edge in edges)
    return alliance.status, alliance.kind, alliance.grade, events, likelihoods
