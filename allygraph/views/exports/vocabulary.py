"""The terms of the RDF export: our own from the kinds, those of others from vocabulary.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from rdflib import XSD, Literal, Namespace, URIRef
from rdflib.term import Node

from allygraph.graph.data_files import read_yaml
from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.views.exports.text import clean

_DATE_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


@cache
def terms() -> Mapping[str, Any]:
    """vocabulary.yaml: `prefixes`, `base`, `also`, `classes`."""
    read: Mapping[str, Any] = read_yaml("allygraph.views.exports", "vocabulary.yaml")
    return read


def ally() -> Namespace:
    """Our own vocabulary."""
    return Namespace(terms()["prefixes"]["ally"])


def node(identifier: str, *parts: str) -> URIRef:
    """The IRI of what has this id in the graph, or of a part of it."""
    return URIRef(terms()["base"] + "/".join(quote(part, safe="") for part in (clean(identifier), *parts)))


def term(name: str) -> URIRef:
    """The IRI of a prefixed name such as `org:memberOf`."""
    prefix, _, local = name.partition(":")
    return URIRef(terms()["prefixes"][prefix] + local)


def relation(predicate: str) -> URIRef:
    """The property for a relation; for one that has no kind, its name in our vocabulary."""
    kind = relation_kinds().get(predicate)
    return term(kind.rdf) if kind else ally()[quote(predicate, safe="")]


def entity_class(kind: str) -> URIRef:
    """The class for a kind of entity; for one that is none of ours, its name in our vocabulary."""
    known = entity_kinds().get(kind)
    return URIRef(known.rdf) if known else ally()[quote(kind, safe="")]


def also(predicate: str, subject: str, obj: str) -> URIRef | None:
    """The term that others have for a relation between these kinds of entity."""
    known = terms()["also"].get(predicate)
    return term(known["term"]) if known and subject in known["subject"] and obj in known["object"] else None


def text(value: str) -> Literal:
    """A string that every reader of RDF takes."""
    return Literal(clean(value))


def date(value: str) -> Literal:
    """A date with the type of its exactness: day, month or year; text where it is none of them."""
    kind = next((kind for shape, kind in _DATE_TYPES if shape.fullmatch(value)), None)
    literal = Literal(value, datatype=kind) if kind else text(value)
    return text(value) if literal.ill_typed else literal


def value(content: object) -> Node:
    """A node as it is, text cleaned, numbers and truth values with their types."""
    if isinstance(content, Node):
        return content
    return text(content) if isinstance(content, str) else Literal(content)
