"""The data of a page that stands alone: what the explorer's server would answer of this part of the graph.

`views/explorer/src/hosts/embedded.ts` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

from allygraph.graph.version import __version__
from allygraph.queries.outline import AllianceOutline, EventOutline, FactRecord, Outline, Venture
from allygraph.queries.records import AllianceRecord, DocumentRecord, Edge, Evidence, Network
from allygraph.views.places import place_outline
from allygraph.views.vocabulary import vocabulary

_FACT = tuple(field.name for field in fields(FactRecord) if field.name != "claims")
#: What evidence in a page does not carry: `queries.claims.ClaimRecord` has it.
_UNTOLD: Mapping[str, Any] = {
    "counterpart": None,
    "amount": None,
    "currency": None,
    "role": None,
    "reviewed_by": None,
    "review_reason": None,
    "passage": 0,
    "passage_start": 0,
}


def standalone_data(network: Network, title: str) -> dict[str, Any]:
    """The data as JSON holds it. Raises ValueError when a fact ends outside the network."""
    return {
        "title": title,
        "version": __version__,
        "vocabulary": vocabulary(),
        "network": asdict(place_outline(_outline(network))),
        "claims": list(_claims(network)),
        "documents": [_document(document) for document in network.documents],
    }


def _outline(network: Network) -> Outline:
    known = {node.id for node in network.nodes}
    outside = sorted({end for edge in network.edges for end in (edge.source, edge.target)} - known)
    if outside:
        raise ValueError(f"A fact ends at {outside[0]!r}, which is not in the network ({len(outside)} such ends).")
    return Outline(
        nodes=network.nodes,
        edges=tuple(_fact(edge) for edge in network.edges),
        alliances=tuple(_alliance(one) for one in network.alliances),
        scope=network.scope,
        left_out=network.left_out,
        as_of=network.as_of,
    )


def _fact(edge: Edge) -> FactRecord:
    return FactRecord(**{name: getattr(edge, name) for name in _FACT}, claims=len(edge.evidence))


def _alliance(one: AllianceRecord) -> AllianceOutline:
    events = tuple(EventOutline(event.status, event.date, event.by, len(event.evidence)) for event in one.events)
    return AllianceOutline(
        id=one.id,
        title=one.title,
        kind=one.kind,
        status=one.status,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        grade=one.grade,
        conflict=one.conflict,
        claims=len({evidence.claim for event in one.events for evidence in event.evidence}),
        parties=one.parties,
        creates=tuple(Venture(name, name) for name in one.creates),
        events=events,
    )


def _claims(network: Network) -> Iterator[dict[str, Any]]:
    """Every claim once, with the ids of the facts and alliances behind which it stands, and the ends of such a fact."""
    supported: defaultdict[str, list[str]] = defaultdict(list)
    found: dict[str, Evidence] = {}
    ends: dict[str, Edge] = {}
    for identifier, edge, evidence in _evidence(network):
        found.setdefault(evidence.claim, evidence)
        if identifier not in supported[evidence.claim]:
            supported[evidence.claim].append(identifier)
        if edge and edge.predicate == evidence.predicate:
            ends.setdefault(evidence.claim, edge)
    names = {node.id: node for node in network.nodes}
    uris = {document.id: document.uri for document in network.documents}
    for claim, evidence in found.items():
        edge = ends.get(claim)
        values = asdict(evidence)
        values["id"] = values.pop("claim")
        yield {
            **_UNTOLD,
            **values,
            "subject": _end(names[edge.source]) if edge else None,
            "object": _end(names[edge.target]) if edge else None,
            "uri": uris.get(evidence.document),
            "facts": supported[claim],
        }


def _evidence(network: Network) -> Iterator[tuple[str, Edge | None, Evidence]]:
    for edge in network.edges:
        yield from ((edge.id, edge, evidence) for evidence in edge.evidence)
    for alliance in network.alliances:
        yield from ((alliance.id, None, evidence) for event in alliance.events for evidence in event.evidence)


def _end(node: Any) -> dict[str, str]:
    return {"id": node.id, "name": node.name, "kind": node.kind, "text": node.name}


def _document(document: DocumentRecord) -> dict[str, Any]:
    return {
        **asdict(document),
        "author": None,
        "language": None,
        "media_type": None,
        "retired": None,
        "characters": 0,
        "passages": 0,
    }
