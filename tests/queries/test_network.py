"""Networks and alliances, read from the real server."""

from __future__ import annotations

import pytest

from allygraph.graph.errors import UnknownName
from allygraph.queries.alliances import read_alliances
from allygraph.queries.network import read_network

pytestmark = pytest.mark.store


def ids(records):
    """The ids of records, in their order."""
    return [record.id for record in records]


def test_whole_graph_has_every_entity_fact_and_alliance(example):
    """All is sorted by id; a stop of an alliance is an edge to each party, none to the alliance."""
    network = read_network(example)
    assert (len(network.nodes), len(network.edges), len(network.alliances)) == (21, 29, 6)
    assert ids(network.nodes) == sorted(ids(network.nodes))
    assert [edge.target for edge in network.edges if edge.predicate == "HALTS"] == ["org-juniper", "org-kapok"]
    assert (network.scope, network.left_out, network.as_of) == ("the whole graph", 0, None)


def test_documents_count_the_claims_they_contribute(example):
    """A retired version of a document is not among them; a denial without a fact is not counted."""
    network = read_network(example)
    assert [(document.id, document.claims) for document in network.documents] == [
        ("doc-a", 8),
        ("doc-b", 7),
        ("doc-c", 13),
        ("doc-d", 2),
    ]


def test_nodes_within_a_number_of_facts(example):
    """Facts among the neighbours are there too, and the number of all facts of each."""
    network = read_network(example, ["org-fir"])
    assert [(node.id, node.facts) for node in network.nodes] == [("org-dogwood", 5), ("org-elm", 3), ("org-fir", 2)]
    assert ids(network.edges) == ["fac-16", "fac-17", "fac-18"]
    assert ids(read_network(example, ["org-fir"], depth=0).nodes) == ["org-fir"]
    assert "org-hazel" in ids(read_network(example, ["org-fir"], depth=2).nodes)


def test_edge_carries_evidence_and_denials(example):
    """The claim comes first, what denies it last; start and end bound the words in the sentence."""
    edge = read_network(example, ["org-fir"], relations=["PARTNERS_WITH"]).edges[0]
    assert [(item.claim, item.polarity, item.document) for item in edge.evidence] == [
        ("cla-17", "positive", "doc-c"),
        ("cla-30", "negative", "doc-d"),
    ]
    denial = edge.evidence[1]
    assert denial.sentence[denial.start : denial.end] == "Fir Chips denied any partnership with Dogwood Mining"
    assert (edge.conflict, edge.symmetric, denial.reliability, denial.credibility) == (True, True, "C", 3)


def test_stronger_evidence_comes_first(example):
    """A source of reliability B goes before one of C."""
    edge = next(edge for edge in read_network(example, ["org-elm"]).edges if edge.id == "fac-16")
    assert [(item.source, item.reliability) for item in edge.evidence] == [
        ("Forest Gazette", "B"),
        ("Timber Wire", "C"),
    ]
    assert (edge.sources, edge.origins) == (2, 1)


@pytest.mark.parametrize(
    ("entity", "day", "expected"),
    [
        ("org-birch", "2017-09-11", ["fac-05"]),
        ("org-birch", "2017-09-12", ["fac-02", "fac-03", "fac-05", "fac-01", "fac-04"]),
        ("org-birch", "2019", ["fac-02", "fac-03", "fac-05", "fac-01", "fac-04", "fac-09"]),
        ("org-birch", "2020-12-31", ["fac-02", "fac-03", "fac-05", "fac-01", "fac-04"]),
        ("org-larch", "2021", ["fac-11", "fac-14"]),
        ("org-juniper", "2017-10", ["fac-07"]),
    ],
)
def test_network_as_of_a_day(example, entity, day, expected):
    """Begun is begun, the day of the end is out, plans and what never began are never in force."""
    network = read_network(example, [entity], as_of=day)
    assert (ids(network.edges), network.as_of) == (sorted(expected), day)


def test_alliances_as_of_a_day(example):
    """Two deals of the same parties are told apart by their times."""
    assert ids(read_network(example, as_of="2018-06").alliances) == ["all-venture"]
    assert ids(read_network(example, as_of="2019-06").alliances) == ["all-custody", "all-venture"]


def test_limit_keeps_the_asked_and_the_best_connected(example):
    """What is cut away is counted."""
    network = read_network(example, ["org-alder"], limit=3)
    assert (ids(network.nodes), network.left_out) == (["org-alder", "org-birch", "org-cedar"], 7)
    whole = read_network(example, limit=3)
    assert (ids(whole.nodes), whole.left_out) == (["org-alder", "org-birch", "org-cedar"], 18)


def test_relations_narrow_the_network(example):
    """Only entities with such a fact are left, and no alliance where no relation speaks of one."""
    network = read_network(example, relations=["OWNS"])
    assert (ids(network.edges), network.alliances) == (["fac-12", "fac-13"], ())
    assert ids(network.nodes) == ["org-dogwood", "org-grove", "org-hazel"]
    assert network.scope == "the whole graph, only OWNS"


def test_what_is_not_there_is_an_error(example):
    """An id, a relation, a number of steps, a date."""
    with pytest.raises(UnknownName, match="no entity named 'org-nobody'"):
        read_network(example, ["org-alder", "org-nobody"])
    with pytest.raises(UnknownName, match="Nearest: OWNS"):
        read_network(example, relations=["OWN"])
    with pytest.raises(ValueError, match="depth must be 0 or more"):
        read_network(example, depth=-1)
    with pytest.raises(ValueError, match="is no date"):
        read_network(example, as_of="last year")


def test_alliance_tells_its_life(example):
    """A plan and then the stop of it, with the authority and the sentences."""
    (alliance,) = read_alliances(example, ["org-kapok"])
    assert (alliance.status, [party.name for party in alliance.parties]) == (
        "halted",
        ["Juniper Foundation", "Kapok Labs"],
    )
    assert [(event.status, event.date, event.by) for event in alliance.events] == [
        ("planned", "2017-09", ()),
        ("halted", "2018", ("Ivy Financial Authority",)),
    ]
    assert [item.claim for event in alliance.events for item in event.evidence] == ["cla-06", "cla-10"]


def test_undated_event_stands_where_life_has_it(example):
    """A stop without a date comes after the dated plan, a plan without one before the dated stop."""
    example.write("MATCH (event:StatusEvent {id: 'eve-5'}) REMOVE event.date")
    (alliance,) = read_alliances(example, ["org-kapok"])
    assert [event.status for event in alliance.events] == ["planned", "halted"]
    example.write("MATCH (event:StatusEvent {id: 'eve-5'}) SET event.date = '2018'")
    example.write("MATCH (event:StatusEvent {id: 'eve-4'}) REMOVE event.date")
    (alliance,) = read_alliances(example, ["org-kapok"])
    assert [event.status for event in alliance.events] == ["planned", "halted"]


def test_all_alliances_with_contributions(example):
    """Sorted by id; what a party brings and what is created are there."""
    alliances = read_alliances(example)
    assert ids(alliances) == ["all-custody", "all-elm", "all-fir", "all-larch", "all-stopped", "all-venture"]
    assert [(party.contributes, party.currency) for party in alliances[-1].parties] == [(8e7, "USD"), (2e7, "USD")]
    assert alliances[-1].creates == ("Cedar Venture",)


def test_sentence_is_shown_in_the_newest_version(example):
    """A sentence that a correction keeps is evidence from the corrected document, once."""
    example.write(
        """MATCH (p:Passage {id: 'pas-doc-a-0'}), (old:Document {id: 'doc-a'})-[:PUBLISHED_BY]->(s:Source)
        MERGE (new:Document {id: 'doc-a2', title: 'Corrected', published: '2017-09-15', loaded_at: '2026-03-01'})
        MERGE (new)-[:PUBLISHED_BY]->(s) MERGE (new)-[:SUPERSEDES]->(old) SET old.retired_at = '2026-03-01'
        MERGE (p)-[:PART_OF {start: p.start, end: p.end, index: 0}]->(new)"""
    )
    edges = {edge.id: edge for edge in read_network(example, ["org-cedar"]).edges}
    assert [item.document_title for item in edges["fac-01"].evidence] == ["Corrected"]
