"""GraphML that other programs read as the same graph."""

from __future__ import annotations

from dataclasses import replace

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.queries.records import Network
from allygraph.views.exports import export
from allygraph.views.exports.graphml import labelled, write_graphml
from allygraph.views.exports.text import clean
from tests.views.networks import edge, random_network, small_network

NETWORKS = [small_network(), random_network(40, seed=5), Network((), (), (), scope="nothing")]


def _edges(network):
    return sorted((one.source, one.target, one.id, one.predicate, one.status) for one in network.edges)


@pytest.mark.parametrize("network", NETWORKS)
def test_networkx_reads_back_the_same_graph(network, tmp_path):
    """Nodes, parallel edges, keys and every attribute survive."""
    write_graphml(network, tmp_path / "a.graphml")
    read = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    written = labelled(network)
    assert dict(read.nodes(data=True)) == dict(written.nodes(data=True))
    assert sorted(read.edges(keys=True, data=True), key=str) == sorted(written.edges(keys=True, data=True), key=str)


@pytest.mark.parametrize("network", NETWORKS[:2])
def test_igraph_reads_the_same_nodes_and_facts(network, tmp_path):
    """A second reader, in C, finds the same graph with typed attributes."""
    write_graphml(network, tmp_path / "a.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "a.graphml"))
    ids = read.vs["id"]
    found = [
        (ids[one.source], ids[one.target], one["fact"], one["predicate"], one["status"] or None) for one in read.es
    ]
    assert sorted(found, key=str) == sorted(_edges(network), key=str)
    assert read.is_directed()
    assert all(isinstance(one["confidence"], float) for one in read.es)


def test_gexf_holds_the_same_nodes_and_facts(tmp_path):
    """Parallel facts stay apart, labels are those of the drawing, and the day of writing is not in the file."""
    path = export(random_network(40, seed=5), tmp_path / "a.gexf")
    read = nx.read_gexf(path)
    found = [
        (one, two, data["fact"], data["predicate"], data.get("status")) for one, two, data in read.edges(data=True)
    ]
    assert sorted(found, key=str) == sorted(_edges(random_network(40, seed=5)), key=str)
    assert read.nodes["n0001"]["label"] == "Firm 1"
    assert "lastmodified" not in path.read_text(encoding="utf-8")


def test_unknown_values_have_no_attribute(tmp_path):
    """None is left out, so no reader sees the word 'None'."""
    write_graphml(small_network(), tmp_path / "a.graphml")
    assert "None" not in (tmp_path / "a.graphml").read_text(encoding="utf-8")


def test_alliance_that_a_fact_points_at_is_a_node_with_its_title(tmp_path):
    """A halt of an alliance has two ends."""
    network = small_network()
    halt = edge(9, "n0003", "all-1", "HALTS", status="active")
    write_graphml(replace(network, edges=(halt,)), tmp_path / "a.graphml")
    read = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    assert read.nodes["all-1"]["label"] == "Alliance of Alder Bank and Birch Chain"
    assert read.nodes["all-1"]["kind"] == "Alliance"


@given(name=st.text(st.characters(exclude_categories=()), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_name_survives_but_for_what_xml_forbids(name, tmp_path_factory):
    """Markup, control characters and lone surrogates in a name break neither the file nor other names."""
    network = small_network()
    named = replace(network, nodes=(replace(network.nodes[0], name=name), *network.nodes[1:]))
    path = tmp_path_factory.mktemp("graph") / "a.graphml"
    write_graphml(named, path)
    read = nx.read_graphml(path, force_multigraph=True)
    assert (read.nodes["n0001"].get("name") or "") == clean(name)
    assert read.nodes["n0002"]["name"] == "Birch Chain"


def test_same_network_gives_the_same_bytes(tmp_path):
    """Files can be compared."""
    for name in ("a", "b"):
        write_graphml(random_network(30, seed=9), tmp_path / f"{name}.graphml")
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()
