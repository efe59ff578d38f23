"""The graph in outline and around an entity, against the network that holds its evidence."""

from __future__ import annotations

import pytest

from allygraph.graph.errors import UnknownName
from allygraph.queries.neighbourhood import read_facts, read_neighbourhood
from allygraph.queries.network import read_network
from allygraph.queries.outline import read_outline

pytestmark = pytest.mark.store


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"limit": 5},
        {"entities": ["org-fir"], "depth": 2},
        {"entities": ["org-juniper"], "as_of": "2017-10"},
        {"relations": ["OWNS", "PARTNERS_WITH"], "as_of": "2020"},
    ],
)
def test_outline_is_the_network_without_its_evidence(example, asked):
    """The same nodes, facts and alliances; claims are counted, denials not among them."""
    outline, network = read_outline(example, **asked), read_network(example, **asked)
    assert (outline.nodes, outline.left_out, outline.scope) == (network.nodes, network.left_out, network.scope)
    assert [(edge.id, edge.status, edge.claims) for edge in outline.edges] == [
        (edge.id, edge.status, sum(one.polarity == "positive" for one in edge.evidence)) for edge in network.edges
    ]
    assert [(one.id, one.parties, [event.status for event in one.events]) for one in outline.alliances] == [
        (one.id, one.parties, [event.status for event in one.events]) for one in network.alliances
    ]


@pytest.mark.parametrize("entity", ["org-alder", "org-fir", "org-ivy", "pla-york"])
def test_neighbourhood_is_the_network_at_depth_one(example, entity):
    """Read slice by slice, the neighbours are those of the network, each once."""
    network = read_network(example, [entity])
    slices = [read_neighbourhood(example, entity, limit=3, offset=start) for start in range(0, len(network.nodes), 3)]
    met = [node for each in slices for node in each.nodes if node.id != entity]
    assert sorted(node.id for node in met) == [node.id for node in network.nodes if node.id != entity]
    assert [each.left for each in slices] == [
        max(slices[0].total - start, 0) for start in range(3, 3 * len(slices) + 1, 3)
    ]
    whole = read_neighbourhood(example, entity, limit=50)
    assert [edge.id for edge in whole.edges] == [edge.id for edge in network.edges]


def test_facts_of_an_entity_are_all_its_edges(example):
    """In slices of one."""
    network = read_network(example, ["org-alder"])
    own = {edge.id for edge in network.edges if "org-alder" in (edge.source, edge.target)}
    read = [read_facts(example, "org-alder", limit=1, offset=place).items[0].fact.id for place in range(len(own))]
    assert set(read) == own


def test_what_is_not_there(example):
    """An unknown entity and an unknown relation are errors, as in a network."""
    for asked in ({"identifier": "org-none"}, {"identifier": "org-fir", "relations": ["LIKES"]}):
        with pytest.raises(UnknownName):
            read_neighbourhood(example, **asked, limit=5)
