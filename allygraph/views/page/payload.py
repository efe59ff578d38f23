"""The data of a page: everything it shows, in words already, as one JSON object.

The scripts of the page print strings and count; how a status or a date reads is decided in `wording` alone. Evidence
that stands behind several facts is written once. Sentences come in three parts, since offsets count differently in
Python and JavaScript.
"""

from __future__ import annotations

import json
from typing import Any

from allygraph.queries.records import AllianceRecord, DocumentRecord, Edge, Event, Evidence, Network, Node
from allygraph.views import wording
from allygraph.views.page.drawing import draw, drawn_nodes


def page_data(network: Network) -> dict[str, Any]:
    """The data of a page. Lists keep the order of the network and refer to one another by place."""
    evidence = list(dict.fromkeys(_all_evidence(network)))
    place = {record: number for number, record in enumerate(evidence)}
    ends = {identifier: number for number, (identifier, _, _) in enumerate(drawn_nodes(network))}
    alliances = {alliance.id: number for number, alliance in enumerate(network.alliances)}
    return {
        "nodes": [_node(node) for node in network.nodes],
        "facts": [
            {
                **_fact(edge),
                "source": ends[edge.source],
                "target": ends[edge.target],
                "alliance": alliances.get(edge.alliance) if edge.alliance else None,
                "evidence": [place[record] for record in edge.evidence],
            }
            for edge in network.edges
        ],
        "alliances": [_alliance(alliance, ends, place) for alliance in network.alliances],
        "documents": [_document(document) for document in network.documents],
        "evidence": [_evidence(record) for record in evidence],
        "ends": [{"name": name, "kind": kind, "id": identifier} for identifier, name, kind in drawn_nodes(network)],
        "drawing": draw(network),
    }


def script_json(data: Any) -> str:
    """JSON in ASCII that may stand inside a script element: no text in it can close the element or open another."""
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _all_evidence(network: Network) -> list[Evidence]:
    found = [record for edge in network.edges for record in edge.evidence]
    return found + [record for alliance in network.alliances for event in alliance.events for record in event.evidence]


def _node(node: Node) -> dict[str, Any]:
    return {"aliases": list(node.aliases), "facts": node.facts}


def _fact(edge: Edge) -> dict[str, Any]:
    return {
        "id": edge.id,
        "relation": wording.relation_name(edge.predicate),
        "prefix": wording.fact_prefix(edge.status),
        "reads": wording.relation_words(edge.predicate, edge.role),
        "status": edge.status or "",
        "statusWords": wording.status_words(edge.status),
        "period": wording.period_words(edge.valid_from, edge.valid_to),
        "since": edge.valid_from or edge.first_reported or "",
        "amount": wording.amount_words(edge.amount, edge.currency),
        "role": edge.role,
        "likelihood": wording.likelihood_words(edge.likelihood_low, edge.likelihood_high),
        "grade": edge.grade or "",
        "gradeWords": wording.grade_words(edge.grade),
        "confidence": wording.confidence_words(edge.confidence),
        "origins": edge.origins,
        "support": wording.support_words(edge),
        "conflict": edge.conflict,
        "reported": wording.reported_words(edge.first_reported, edge.last_reported),
    }


def _evidence(record: Evidence) -> dict[str, Any]:
    start = min(max(record.start, 0), len(record.sentence))
    end = min(max(record.end, start), len(record.sentence))
    sentence = record.sentence
    return {
        "claim": record.claim,
        "sentence": [sentence[:start], sentence[start:end], sentence[end:]],
        "denies": record.polarity == "negative",
        "relation": wording.relation_name(record.predicate),
        "document": record.document_title,
        "published": wording.date_words(record.published),
        "source": record.source,
        "reliability": wording.reliability_words(record.reliability),
        "credibility": wording.credibility_words(record.credibility),
        "rating": record.rating_words,
        "likelihood": wording.likelihood_words(record.likelihood_low, record.likelihood_high, record.likelihood_words),
        "status": wording.status_words(record.status),
        "date": wording.date_words(record.date),
        "engine": record.engine,
        "confidence": wording.confidence_words(record.confidence),
        "review": record.review,
    }


def _alliance(alliance: AllianceRecord, ends: dict[str, int], place: dict[Evidence, int]) -> dict[str, Any]:
    return {
        "id": alliance.id,
        "title": alliance.title,
        "kind": alliance.kind,
        "status": alliance.status or "",
        "statusWords": wording.status_words(alliance.status),
        "period": wording.period_words(alliance.valid_from, alliance.valid_to),
        "gradeWords": wording.grade_words(alliance.grade),
        "conflict": alliance.conflict,
        "parties": [
            {
                "node": ends.get(party.id),
                "name": party.name,
                "role": party.role,
                "contributes": wording.amount_words(party.contributes, party.currency),
            }
            for party in alliance.parties
        ],
        "creates": list(alliance.creates),
        "events": [_event(event, place) for event in alliance.events],
    }


def _event(event: Event, place: dict[Evidence, int]) -> dict[str, Any]:
    return {
        "status": event.status,
        "date": wording.date_words(event.date),
        "by": list(event.by),
        "evidence": [place[record] for record in event.evidence],
    }


def _document(document: DocumentRecord) -> dict[str, Any]:
    return {
        "title": document.title,
        "published": wording.date_words(document.published),
        "source": document.source,
        "reliability": wording.reliability_words(document.reliability),
        "claims": document.claims,
        "uri": document.uri,
        "link": web_address(document.uri),
        "id": document.id,
    }


def web_address(uri: str | None) -> str | None:
    """The address where it may become a link: http and https alone, without control characters."""
    if not uri or not uri.lower().startswith(("http://", "https://")):
        return None
    return uri if all(mark.isprintable() for mark in uri) else None
