"""The command line from end to end: what it prints, where, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib

from allygraph.graph.store import Store
from tests.loaders.load.notes import DEAL, SEAT, STAKE, write_notes

pytestmark = pytest.mark.store
Run = Callable[..., Any]
COUNTS = {"documents", "claims", "entities", "facts", "created", "changed", "unchanged", "skipped"}


@pytest.fixture
def loaded(remote: Store, run: Run, tmp_path: Path) -> Path:
    """A store with three facts; the file they came from."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT)
    assert run("load", path).status == 0
    return path


def test_load_counts_as_json(remote: Store, run: Run, tmp_path: Path) -> None:
    """One object on standard output, nothing else."""
    result = run("load", "--json", write_notes(tmp_path / "notes.yaml", DEAL))
    counts = json.loads(result.out)
    assert set(counts) == COUNTS
    assert (counts["documents"], counts["claims"], counts["facts"], counts["skipped"]) == (1, 1, 1, [])
    assert result.status == 0


def test_load_names_what_it_skips(remote: Store, run: Run, tmp_path: Path) -> None:
    """The rest loads; the status says that not everything did."""
    good = write_notes(tmp_path / "notes.yaml", DEAL)
    (tmp_path / "rubbish.bin").write_bytes(bytes(range(256)) * 20)
    result = run("load", "--json", tmp_path / "rubbish.bin", tmp_path / "gone.txt", good)
    counts = json.loads(result.out)
    assert [Path(skipped["path"]).name for skipped in counts["skipped"]] == ["rubbish.bin", "gone.txt"]
    assert "rubbish.bin" in result.err
    assert (result.status, counts["documents"]) == (1, 1)


def test_query_as_json_and_csv(loaded: Path, run: Run) -> None:
    """The same rows in each format."""
    rows = json.loads(run("query", "alliances_of", "organisation=Aldermoor", "--format", "json").out)
    assert [row["status"] for row in rows] == ["signed"]
    lines = run("query", "alliances_of", "organisation=Aldermoor", "-f", "csv").out.splitlines()
    assert lines[0].split(",")[0] == next(iter(rows[0]))
    assert len(lines) == 2


def test_query_lists_the_questions(run: Run) -> None:
    """Without a name, every question with what it answers; no server is needed."""
    assert "alliances_of" in run("query").out
    assert len(json.loads(run("query", "--format", "json").out)) >= 20


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("query", "alliances"), 1, "alliances_of"),
        (("query", "alliances_of", "organisation=Aldermore Shiping"), 1, "Aldermoor Shipping"),
        (("query", "alliances_of"), 2, "organisation"),
        (("query", "alliances_of", "Aldermoor"), 2, "key=value"),
        (("cypher", "CREATE (:Source {id: 'x'})"), 1, "--write"),
        (("cypher", "MATCH (n RETURN n"), 1, "Invalid input"),
        (("view", "Nobody At All Ltd", "-o", "x.html"), 1, "Nobody At All"),
        (("report", "-o", "report.xyz"), 1, ".html or .md"),
        (("export", "network.xyz"), 1, ".graphml"),
        (("load",), 2, "paths"),
        (("withdraw", "no such document"), 1, "no such document"),
        (("db", "stop"), 1, "NEO4J_URI"),
        (("db", "backup", "graph.dump"), 1, "NEO4J_URI"),
    ],
)
def test_mistakes_say_what_to_do(loaded: Path, run: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    """A message on standard error, nothing on standard output, status 1 or 2."""
    result = run(*arguments)
    assert (result.status, result.out) == (status, "")
    assert said in result.err
    assert "Traceback" not in result.err


def test_cypher_reads_with_parameters(loaded: Path, run: Run) -> None:
    """Parameters are values, numbers as numbers."""
    result = run("cypher", "MATCH (e:Entity) RETURN e.name AS name ORDER BY name LIMIT $n", "n=2", "-f", "json")
    assert json.loads(result.out) == [{"name": "Aldermoor Shipping"}, {"name": "Brightwater Ports"}]


def test_cypher_writes_when_allowed(loaded: Path, run: Run) -> None:
    """--write lets a statement change the graph."""
    assert run("cypher", "--write", "MATCH (e:Entity) SET e.note = 'seen'").status == 0
    counted = run("cypher", "MATCH (e:Entity {note: 'seen'}) RETURN count(e) AS n", "-f", "json")
    assert json.loads(counted.out)[0]["n"] == 4


def test_view_report_and_exports_are_written(loaded: Path, run: Run, tmp_path: Path) -> None:
    """Each command prints the path of what it wrote, and others can read it."""
    for command in (("view", "-o"), ("report", "-o")):
        path = tmp_path / f"{command[0]}.html"
        assert run(*command, path).out.strip() == str(path)
        assert "Brightwater Ports" in path.read_text(encoding="utf-8")
    assert run("report", "Aldermoor Shipping", "-o", tmp_path / "report.md").status == 0
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# ")
    assert run("export", tmp_path / "all.graphml").status == 0
    assert len(nx.read_graphml(tmp_path / "all.graphml")) == 4
    assert run("export", tmp_path / "all.ttl").status == 0
    assert len(rdflib.Graph().parse(tmp_path / "all.ttl")) > 20


def test_merge_split_undo_and_withdraw(loaded: Path, run: Run) -> None:
    """The judgement is printed, so that it can be undone."""
    judgement = run("merge", "Corvane Logistics", "Brightwater Ports", "--reason", "one house").out.strip()
    assert run("query", "judgements", "-f", "csv").out.count(judgement) == 1
    assert run("undo", judgement).status == 0
    assert run("undo", judgement).status == 1
    assert run("withdraw", loaded).err.startswith("3 claims")


def test_review_lists_and_rejects(loaded: Path, run: Run) -> None:
    """The least certain claims are listed with their ids; a rejected one leaves the facts."""
    claims = json.loads(run("review", "-f", "json").out)
    assert len(claims) == 3
    assert run("review", claims[0]["claim_id"], "rejected").status == 0
    facts = json.loads(
        run("cypher", "MATCH ()-[f]->() WHERE f.claim_ids IS NOT NULL RETURN count(f) AS n", "-f", "json").out
    )
    assert facts[0]["n"] == 2


def test_rebuild_changes_nothing(loaded: Path, run: Run) -> None:
    """Facts are derived: rebuilding gives the same ones."""
    assert "0 created, 0 changed" in run("db", "rebuild").err
