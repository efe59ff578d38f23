"""RDF: facts, alliances and the claims behind them, in terms of W3C ORG, PROV-O, schema.org and our own.

Only what holds is a plain triple between two entities: signed or active, undisputed and stated as certain. Everything
else, a plan, a halt or a denial above all, is a node that a reader meets with its status.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node as Term

from allygraph.graph.ids import source_id
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.records import AllianceRecord, Edge, Evidence, Network
from allygraph.views.exports.vocabulary import ally, also, date, entity_class, node, relation, term, terms, text, value

_HOLDS = frozenset({"signed", "active"})


def write_turtle(network: Network, path: Path) -> None:
    """Writes the network as Turtle; the same network gives the same bytes."""
    path.write_text(rdf_graph(network).serialize(format="turtle"), encoding="utf-8")


def write_nquads(network: Network, path: Path) -> None:
    """Writes the network as N-Quads in the default graph, one sorted statement per line."""
    lines = rdf_graph(network).serialize(format="nt", encoding="utf-8").decode("utf-8").splitlines(keepends=True)
    path.write_text("".join(sorted(line for line in lines if line.strip())), encoding="utf-8")


def write_jsonld(network: Network, path: Path) -> None:
    """Writes the network as JSON-LD with a context of its prefixes; nodes and values are sorted."""
    text = rdf_graph(network).serialize(format="json-ld", context=dict(terms()["prefixes"]), auto_compact=False)
    path.write_text(json.dumps(_sorted(json.loads(text)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _sorted(content: Any) -> Any:
    """JSON with its keys and the members of its lists in a fixed order; RDF gives lists none."""
    if isinstance(content, list):
        return sorted(map(_sorted, content), key=lambda member: json.dumps(member, sort_keys=True))
    return {key: _sorted(content[key]) for key in sorted(content)} if isinstance(content, dict) else content


def rdf_graph(network: Network) -> Graph:
    """The network as RDF. Facts and claims are reified statements (`rdf:subject`, `rdf:predicate`, `rdf:object`)."""
    graph = Graph()
    for prefix, namespace in terms()["prefixes"].items():
        graph.bind(prefix, namespace)
    kinds = {one.id: one.kind for one in network.nodes}
    for one in network.nodes:
        _add(graph, node(one.id), {RDF.type: entity_class(one.kind), SKOS.prefLabel: one.name, RDFS.label: one.name})
        for alias in one.aliases:
            graph.add((node(one.id), SKOS.altLabel, text(alias)))
    for edge in network.edges:
        _add_fact(graph, edge, kinds)
    for alliance in network.alliances:
        _add_alliance(graph, alliance)
    _add_documents(graph, network)
    _add_vocabulary(graph, {edge.predicate for edge in network.edges})
    return graph


def holds(item: Edge | AllianceRecord, evidence: Iterable[Evidence]) -> bool:
    """Whether it may be said without more: signed or active, undisputed, and stated as certain by some passage."""
    certain = any(
        claim.polarity == "positive" and claim.likelihood_low is None and claim.status in (item.status, None)
        for claim in evidence
    )
    likely = isinstance(item, Edge) and item.likelihood_low is not None
    return item.status in _HOLDS and not item.conflict and not likely and certain


def _add(graph: Graph, subject: URIRef, values: dict[URIRef, object]) -> None:
    """Adds what is known: values that are None are left out."""
    for predicate, content in values.items():
        if content is not None:
            graph.add((subject, predicate, value(content)))


def _date(content: str | None) -> Term | None:
    return date(content) if content else None


def _add_fact(graph: Graph, edge: Edge, kinds: dict[str, str]) -> None:
    fact, names = node(edge.id), ally()
    ends: dict[URIRef, object] = {
        RDF.subject: node(edge.source),
        RDF.predicate: relation(edge.predicate),
        RDF.object: node(edge.target),
    }
    graph.add((fact, RDF.type, names.Fact))
    _add(graph, fact, ends)
    known: dict[str, object] = {
        "status": edge.status,
        "validFrom": _date(edge.valid_from),
        "validTo": _date(edge.valid_to),
        "role": edge.role,
        "amount": edge.amount,
        "currency": edge.currency,
        "likelihoodLow": edge.likelihood_low,
        "likelihoodHigh": edge.likelihood_high,
        "grade": edge.grade,
        "confidence": edge.confidence,
        "sources": edge.sources,
        "origins": edge.origins,
        "conflict": edge.conflict,
        "firstReported": _date(edge.first_reported),
        "lastReported": _date(edge.last_reported),
        "alliance": node(edge.alliance) if edge.alliance else None,
    }
    _add(graph, fact, {names[name]: content for name, content in known.items()})
    for claim in edge.evidence:
        _link_claim(graph, fact, claim)
        if claim.predicate == edge.predicate:
            _add(graph, node(claim.claim), ends)
    if holds(edge, edge.evidence):
        halted = node(edge.alliance) if edge.predicate == "HALTS" and edge.alliance else node(edge.target)
        graph.add((node(edge.source), relation(edge.predicate), halted))
        other = also(edge.predicate, kinds.get(edge.source, ""), kinds.get(edge.target, ""))
        if other:
            graph.add((node(edge.source), other, node(edge.target)))


def _link_claim(graph: Graph, derived: URIRef, claim: Evidence) -> None:
    """Links what was derived to a claim for or against it, and describes the claim."""
    subject, names = node(claim.claim), ally()
    graph.add((derived, names.deniedBy if claim.polarity == "negative" else PROV.wasDerivedFrom, subject))
    known: dict[str, object] = {
        "quote": claim.sentence,
        "polarity": claim.polarity,
        "status": claim.status,
        "date": _date(claim.date),
        "likelihoodLow": claim.likelihood_low,
        "likelihoodHigh": claim.likelihood_high,
        "likelihoodWords": claim.likelihood_words,
        "reliability": claim.reliability,
        "credibility": claim.credibility,
        "ratingWords": claim.rating_words,
        "engine": claim.engine,
        "confidence": claim.confidence,
        "review": claim.review,
    }
    fixed: dict[URIRef, object] = {
        RDF.type: names.Claim,
        RDF.predicate: relation(claim.predicate),
        PROV.wasDerivedFrom: node(claim.document),
    }
    _add(graph, subject, fixed | {names[name]: content for name, content in known.items()})
    _add_document(graph, claim.document, claim.document_title, claim.published, claim.source)


def _add_document(graph: Graph, identifier: str, title: str, published: str | None, source: str) -> None:
    document, publisher = node(identifier), node(source_id(source))
    graph.add((document, RDF.type, PROV.Entity))
    graph.add((document, RDF.type, term("foaf:Document")))
    _add(graph, document, {DCTERMS.title: title, DCTERMS.issued: _date(published), DCTERMS.publisher: publisher})
    _add(graph, publisher, {RDF.type: PROV.Agent, RDFS.label: source})


def _add_documents(graph: Graph, network: Network) -> None:
    for one in network.documents:
        _add_document(graph, one.id, one.title, one.published, one.source)
        _add(graph, node(one.id), {ally().reliability: one.reliability, DCTERMS.source: one.uri})


def _add_alliance(graph: Graph, alliance: AllianceRecord) -> None:
    subject, names = node(alliance.id), ally()
    evidence = [claim for event in alliance.events[-1:] for claim in event.evidence]
    if holds(alliance, evidence):
        graph.add((subject, RDF.type, term("org:OrganizationalCollaboration")))
    known: dict[str, object] = {
        "allianceKind": alliance.kind,
        "status": alliance.status,
        "validFrom": _date(alliance.valid_from),
        "validTo": _date(alliance.valid_to),
        "grade": alliance.grade,
        "conflict": alliance.conflict,
    }
    fixed: dict[URIRef, object] = {RDF.type: names.Alliance, SKOS.prefLabel: alliance.title, RDFS.label: alliance.title}
    _add(graph, subject, fixed | {names[name]: content for name, content in known.items()})
    for venture in alliance.creates:
        graph.add((subject, names.creates, text(venture)))
    for place, party in enumerate(alliance.parties, start=1):
        part = node(alliance.id, "party", str(place))
        graph.add((subject, names.party, part))
        sums = {names.role: party.role, names.contributes: party.contributes, names.currency: party.currency}
        _add(graph, part, {RDF.type: names.Party, names.entity: node(party.id), **sums})
    for place, event in enumerate(alliance.events, start=1):
        step = node(alliance.id, "event", str(place))
        graph.add((subject, names.event, step))
        _add(graph, step, {RDF.type: names.StatusEvent, names.status: event.status, names.date: _date(event.date)})
        for name in event.by:
            graph.add((step, names.broughtAboutBy, text(name)))
        for claim in event.evidence:
            _link_claim(graph, step, claim)


def _add_vocabulary(graph: Graph, predicates: Iterable[str]) -> None:
    """Says what our own classes and the relations in use mean."""
    for name, meaning in terms()["classes"].items():
        _add(graph, ally()[name], {RDF.type: RDFS.Class, RDFS.label: name, RDFS.comment: meaning})
    for kind in (relation_kinds()[name] for name in sorted(predicates) if name in relation_kinds()):
        about = {RDF.type: OWL.SymmetricProperty if kind.symmetric else RDF.Property, RDFS.label: kind.reads}
        _add(graph, relation(kind.name), {**about, RDFS.comment: kind.description})
