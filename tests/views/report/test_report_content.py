"""What a report says, and that every fact in it has its evidence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from allygraph.queries.measures import brokers
from allygraph.queries.records import AllianceParty, AllianceRecord, Event, Network
from allygraph.views.report import network_report
from tests.views.networks import edge, evidence, node, random_network, small_network

TODAY = "2020-11-01"


def _report(network):
    return network_report(network, title="Survey", today=TODAY, brokers=brokers(network))


def _statements(report):
    yield from report.judgements
    for entry in report.alliances:
        yield from (*entry.terms, *entry.support, *entry.doubts)
    for section in report.sections:
        for group in section.groups:
            yield from group.statements


def _section(report, key):
    return next(section for section in report.sections if section.key == key)


def _texts(section):
    return [statement.text for group in section.groups for statement in group.statements]


@pytest.mark.parametrize("network", [small_network(), random_network(30, seed=4)])
def test_every_sentence_that_names_two_entities_cites_a_passage(network):
    """No sentence about a fact stands without the number of its evidence."""
    names = sorted((re.escape(one.name) for one in network.nodes), key=len, reverse=True)
    for statement in _statements(_report(network)):
        if len(set(re.findall(rf"\b(?:{'|'.join(names)})\b", statement.text))) > 1:
            assert statement.evidence or statement.against, statement.text


def test_numbers_count_from_one_and_each_has_its_passage():
    """What is cited and what is quoted are the same numbers."""
    report = _report(small_network())
    used = {number for statement in _statements(report) for number in (*statement.evidence, *statement.against)}
    assert [citation.number for citation in report.citations] == list(range(1, len(report.citations) + 1))
    assert used <= {citation.number for citation in report.citations}


def test_halted_alliance_is_told_with_its_halt_its_history_and_its_denial():
    """A reader of the first sentence knows the halt and who brought it about, and sees what speaks against it."""
    entry = _report(small_network()).alliances[0]
    assert entry.terms[0].text == (
        "A partnership between Alder Bank and Birch Chain has been halted by Cedar Authority (October 2020)."
    )
    assert entry.terms[0].against
    assert [row.cells for row in entry.history] == [
        ("September 2020", "planned", "by Alder Bank"),
        ("October 2020", "halted", "by Cedar Authority"),
    ]
    assert entry.doubts[0].text == "Denied by Survey Press."


def test_halt_of_an_alliance_names_the_alliance_and_not_its_parties():
    """Two facts of one halt are one sentence: the authority stopped the deal, not the firms."""
    network = small_network()
    halts = [
        edge(8, "n0003", end, "HALTS", status="active", alliance="all-1", valid_from=None) for end in ("n0001", "n0002")
    ]
    report = _report(replace(network, edges=(network.edges[0], *halts)))
    assert _texts(_section(report, "authorities")) == [
        "Cedar Authority halted the alliance “Alliance of Alder Bank and Birch Chain”."
    ]


def test_deals_that_one_passage_reports_in_the_same_words_are_one_sentence():
    """Five banks that joined one platform are not five judgements."""
    hub, *banks = [node(number, name=name) for number, name in enumerate(("Hub", "One", "Two", "Three"))]
    told = evidence("One, Two and Three joined Hub.", status="active", date=None)
    deals = tuple(
        AllianceRecord(
            id=f"all-{bank.id}",
            title=f"{bank.name} – Hub",
            kind="partnership",
            status="active",
            valid_from=None,
            valid_to=None,
            grade="B2",
            conflict=False,
            parties=tuple(AllianceParty(one.id, one.name, None, None, None) for one in (bank, hub)),
            creates=(),
            events=(Event("active", None, (), (replace(told, claim=bank.id),)),),
        )
        for bank in banks
    )
    report = _report(Network((hub, *banks), (), deals, scope="four"))
    assert [statement.text for statement in report.judgements] == [
        "Partnerships of Hub with One, Three and Two are in force."
    ]


def test_origins_of_a_deal_are_a_lower_bound_where_its_facts_rest_on_different_documents():
    """Two documents that each state half of a deal are not called one origin."""
    network = small_network()
    halves = [
        edge(
            7 + place, "n0001", "n0002", alliance="all-1", evidence=(evidence(claim=f"c{place}", document=f"d{place}"),)
        )
        for place in (1, 2)
    ]
    deal = replace(network.alliances[0], status="signed", conflict=False, creates=(), events=())
    entry = _report(replace(network, edges=tuple(halves), alliances=(deal,))).alliances[0]
    assert entry.support[0].text.startswith("Survey Press: 2 documents, at least 1 independent origin.")
    assert [doubt.text for doubt in entry.doubts] == ["Nothing in the documents of this report."]


def test_people_with_roles_at_two_organisations_come_first():
    """The person who connects two organisations is a heading of their own."""
    people = [node(number, kind="Person", name=name) for number, name in ((1, "Abe"), (2, "Zoe"))]
    firms = [node(3, name="Firm A"), node(4, name="Firm B")]
    roles = [("n0001", "n0003"), ("n0002", "n0003"), ("n0002", "n0004")]
    edges = tuple(edge(number, *ends, "HAS_ROLE", role="founder") for number, ends in enumerate(roles))
    section = _section(_report(Network((*people, *firms), edges, (), scope="four")), "people")
    assert [group.title for group in section.groups] == ["Zoe: Firm A and Firm B", "With one organisation each"]


def test_fact_without_evidence_is_counted_and_not_told():
    """What has no sentence behind it is left out, and the report says so."""
    network = small_network()
    bare = replace(network, edges=tuple(replace(one, evidence=()) for one in network.edges[1:]), alliances=())
    report = _report(bare)
    assert _texts(_section(report, "gaps")) == ["Left out for want of evidence: 6 relations."]
    assert report.citations == ()


def test_conflict_and_missing_status_are_listed_as_gaps():
    """Conflicts and facts without a status, a date or a second origin each have their heading."""
    headings = [group.title for group in _section(_report(small_network()), "gaps").groups]
    assert headings == [
        "Sources disagree: 1 of 7",
        "The status is not stated: 1 of 7",
        "Rests on one independent origin: 6 of 7",
        "No date is stated: 2 of 7",
    ]


def test_timeline_is_in_the_order_of_dates_with_undated_steps_last():
    """Steps of alliances and dated facts stand in one order."""
    rows = _section(_report(small_network()), "timeline").table.rows
    assert [row.cells[0] for row in rows][-2:] == ["October 2020", "2021"]


def test_empty_network_gives_a_report_that_says_so():
    """Nothing in the graph is an answer, not an error."""
    report = _report(Network((), (), (), scope="the whole graph"))
    assert report.judgements == ()
    assert report.citations == ()
    assert _section(report, "status").lead == "The network holds no alliance."


def test_same_network_gives_the_same_report():
    """A report can be compared with an earlier one."""
    assert _report(random_network(40, seed=2)) == _report(random_network(40, seed=2))
