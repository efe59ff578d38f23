"""The verbs as a notebook uses them."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import allygraph
from allygraph.graph.settings import Address
from allygraph.graph.store import Store
from tests.loaders.load.notes import DEAL, SEAT, STAKE, write_notes

pytestmark = pytest.mark.store


@pytest.fixture
def graph(store: Store, address: Address, tmp_path: Path) -> allygraph.Workspace:
    """An open graph with three facts."""
    opened = allygraph.connect(address)
    opened.load(write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT))
    return opened


def test_answers_become_frames(graph: allygraph.Workspace) -> None:
    """A question gives rows, records and a DataFrame with the same columns."""
    with graph:
        answer = graph.query("alliances_of", organisation="Aldermoor Shipping")
        frame = answer.to_frame()
    assert list(frame.columns) == [column.name for column in answer.columns]
    assert frame["status"].tolist() == ["signed"] == [row["status"] for row in answer.to_records()]


def test_the_graph_becomes_a_networkx_graph(graph: allygraph.Workspace) -> None:
    """Nodes carry names and kinds, edges their relation."""
    with graph:
        network = graph.graph()
    assert isinstance(network, nx.MultiDiGraph)
    assert {name for _, name in network.nodes(data="name")} >= {"Aldermoor Shipping", "Rotterdam"}
    assert network.number_of_edges() == 3


def test_a_view_shows_itself_in_a_notebook(graph: allygraph.Workspace, tmp_path: Path) -> None:
    """Inline as a frame without rights, on disk as a page."""
    with graph:
        page = graph.view("Brightwater Ports")
    assert page._repr_html_().startswith("<iframe")
    assert "Rotterdam" in page.save(tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_seeds_show_planned_and_halted(store: Store, address: Address) -> None:
    """The Metaverse-KICKICO alliance: planned by its CEO, halted by two regulators, with both sentences and ratings."""
    seeds = Path(__file__).parents[2] / "shared" / "seeds"
    if not seeds.exists():
        pytest.skip("the seed documents are not beside this checkout")
    with allygraph.connect(address) as graph:
        assert not graph.load(seeds).skipped
        events = graph.query("alliance_timeline", organisation="KICKICO").to_records()
    by_status = {event["event"]: event for event in events}
    assert [event["event"] for event in events] == ["planned", "halted"]
    assert by_status["halted"]["by"] == [
        "China Banking Regulatory Commission",
        "Chinese Securities Regulatory Commission",
    ]
    assert {evidence["reliability"] for evidence in by_status["halted"]["evidence"]} == {"C"}
    assert {evidence["reliability"] for evidence in by_status["planned"]["evidence"]} == {"B"}
    assert "Eric Gu" in by_status["planned"]["evidence"][0]["sentence"]
