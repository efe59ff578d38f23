"""What queries give to views: plain records, no Cypher and no driver."""

from __future__ import annotations

from dataclasses import dataclass, field

#: More nodes than this make a page that is slow to draw and impossible to read.
PAGE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with the sentence behind it. `start` and `end` bound the claim's words inside `sentence`."""

    claim: str
    predicate: str
    sentence: str
    start: int
    end: int
    document: str
    document_title: str
    published: str | None
    source: str
    reliability: str | None
    credibility: int | None
    rating_words: str | None
    polarity: str
    status: str | None
    date: str | None
    likelihood_words: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    engine: str
    confidence: float
    review: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in a network. `facts` counts its fact edges in the whole graph, shown or not."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    facts: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact between two nodes, with its evidence, strongest first. The fields are those of `graph.model.Fact`."""

    id: str
    source: str
    target: str
    predicate: str
    symmetric: bool
    status: str | None
    valid_from: str | None
    valid_to: str | None
    role: str | None
    amount: float | None
    currency: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    grade: str | None
    confidence: float
    sources: int
    origins: int
    conflict: bool
    first_reported: str | None
    last_reported: str | None
    alliance: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A step in the life of an alliance: status, date, the names of who brought it about, its evidence."""

    status: str
    date: str | None
    by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AllianceParty:
    """A party of an alliance and what it brings, in whole units of `currency`."""

    id: str
    name: str
    role: str | None
    contributes: float | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class AllianceRecord:
    """An alliance with its parties, its ventures (names) and its events, earliest first."""

    id: str
    title: str
    kind: str
    status: str | None
    valid_from: str | None
    valid_to: str | None
    grade: str | None
    conflict: bool
    parties: tuple[AllianceParty, ...]
    creates: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """A part of the graph, or all of it: sorted by id, so the same graph gives the same records.

    `scope` says in words what was asked; `left_out` counts the nodes that a limit cut away.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alliances: tuple[AllianceRecord, ...]
    scope: str
    left_out: int = 0
    as_of: str | None = None
    documents: tuple[DocumentRecord, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document and what it contributed."""

    id: str
    title: str
    published: str | None
    source: str
    reliability: str | None
    claims: int
    uri: str | None = None
