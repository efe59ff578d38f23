"""RDF that other programs read as the same graph, and that asserts no more than the evidence does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Graph, Literal, Namespace
from rdflib.compare import isomorphic

from allygraph.queries.records import Network
from allygraph.views.exports import export
from allygraph.views.exports.rdf import rdf_graph, write_turtle
from allygraph.views.exports.text import clean
from tests.views.networks import edge, evidence, random_network, small_network

ALLY = Namespace("https://allygraph.example/ns#")
ID = Namespace("https://allygraph.example/id/")
ORG = Namespace("http://www.w3.org/ns/org#")
NETWORKS = [small_network(), random_network(30, seed=6), Network((), (), (), scope="nothing")]


def _between(network, source, target):
    return {predicate for _, predicate, _ in rdf_graph(network).triples((ID[source], None, ID[target]))}


def _with(**changes):
    """Two firms that partner with one another, the fact changed."""
    network = small_network()
    plain = edge(1, "n0001", "n0002", evidence=(evidence(),))
    return replace(network, edges=(replace(plain, **changes),), alliances=())


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize(("suffix", "form"), [("ttl", "turtle"), ("nq", "nt"), ("jsonld", "json-ld")])
def test_file_is_read_back_as_the_same_graph(network, suffix, form, tmp_path):
    """Compared as graphs; N-Quads without graph names are N-Triples."""
    path = export(network, tmp_path / f"a.{suffix}")
    assert isomorphic(Graph().parse(path, format=form), rdf_graph(network))


def test_certain_and_undisputed_fact_is_a_plain_triple():
    """A signed partnership of two organisations is said in our vocabulary and in that of W3C ORG."""
    assert _between(_with(), "n0001", "n0002") == {ALLY.partnersWith, ORG.linkedTo}


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "planned"},
        {"status": "announced"},
        {"status": "halted"},
        {"status": "ended"},
        {"status": None},
        {"conflict": True},
        {"likelihood_low": 55, "likelihood_high": 80},
        {"evidence": (evidence("They may have.", likelihood_low=55, likelihood_high=80),)},
        {"evidence": (evidence("They have not.", polarity="negative"),)},
        {"evidence": ()},
    ],
)
def test_what_is_not_certain_is_no_plain_triple(changes):
    """A plan, a halt, a denial, a dispute or a likelihood is met with its status, never as a partnership."""
    network = _with(**changes)
    assert _between(network, "n0001", "n0002") == set()
    assert (ID.f0001, RDF.predicate, ALLY.partnersWith) in rdf_graph(network)


def test_sparql_leads_from_a_fact_to_the_sentence_and_its_document():
    """From any fact one step leads to the claim, one more to the document."""
    query = """
        SELECT ?quote ?title ?issued WHERE {
          ?fact a ally:Fact ; rdf:predicate ally:investsIn ; ally:amount ?amount ; prov:wasDerivedFrom ?claim .
          ?claim ally:quote ?quote ; prov:wasDerivedFrom ?document .
          ?document dcterms:title ?title ; dcterms:issued ?issued .
        }"""
    rows = [tuple(map(str, row)) for row in rdf_graph(small_network()).query(query)]
    assert rows == [("Firm 1 and Firm 2 signed an agreement.", "Weekly survey", "2020-10-01")]


def test_sparql_finds_who_halted_an_alliance_and_when():
    """Alliances carry their steps in order, with date, author and claims."""
    query = """
        SELECT ?date ?by WHERE {
          ?alliance a ally:Alliance ; ally:event ?event .
          ?event ally:status "halted" ; ally:date ?date ; ally:broughtAboutBy ?by ; prov:wasDerivedFrom ?claim .
        }"""
    rows = list(rdf_graph(small_network()).query(query))
    assert rows == [(Literal("2020-10", datatype=XSD.gYearMonth), Literal("Cedar Authority"))]


def test_denial_is_linked_as_a_denial():
    """A negative claim is no derivation of the fact it denies."""
    graph = rdf_graph(small_network())
    assert set(graph.objects(ID.f0001, ALLY.deniedBy)) == {ID["cla-9"]}
    assert graph.value(ID["cla-9"], ALLY.polarity) == Literal("negative")


def test_halted_alliance_is_no_collaboration():
    """W3C ORG's class is for those that exist."""
    network = small_network()
    signed = replace(network.alliances[0], status="signed", conflict=False)
    signed = replace(signed, events=(replace(signed.events[0], status="signed", evidence=(evidence(),)),))
    assert (ID["all-1"], RDF.type, ORG.OrganizationalCollaboration) not in rdf_graph(network)
    assert (ID["all-1"], RDF.type, ORG.OrganizationalCollaboration) in rdf_graph(replace(network, alliances=(signed,)))


@pytest.mark.parametrize(
    ("date", "kind"),
    [("2020", XSD.gYear), ("2020-07", XSD.gYearMonth), ("2020-07-14", XSD.date), ("2020-13-99", None), ("soon", None)],
)
def test_date_has_the_type_of_its_exactness(date, kind):
    """A year stays a year; what is no date is text."""
    graph = rdf_graph(_with(valid_from=date))
    assert graph.value(ID.f0001, ALLY.validFrom).datatype == kind


@given(name=st.text(st.characters(exclude_categories=()), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_name_survives_a_round_trip(name, tmp_path_factory):
    """Quotes, backslashes, line ends and control characters neither break the file nor change other names."""
    network = small_network()
    named = replace(network, nodes=(replace(network.nodes[0], name=name), *network.nodes[1:]))
    path = tmp_path_factory.mktemp("graph") / "a.ttl"
    write_turtle(named, path)
    read = Graph().parse(path, format="turtle")
    labels = set(read.objects(ID.n0001, Namespace("http://www.w3.org/2000/01/rdf-schema#").label))
    assert labels == {Literal(clean(name))}


def test_same_network_gives_the_same_bytes(tmp_path):
    """Files can be compared."""
    for suffix in ("ttl", "nq", "jsonld"):
        one, two = (export(random_network(30, seed=9), tmp_path / f"{name}.{suffix}") for name in "ab")
        assert one.read_bytes() == two.read_bytes()
