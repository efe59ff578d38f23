"""`allygraph review` without a terminal: lists, single decisions, files of decisions, gold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.store import Store
from tests.loaders.load.notes import DEAL, SEAT, STAKE, load_paths, write_notes

pytestmark = pytest.mark.store
Run = Callable[..., Any]


@pytest.fixture
def claims(remote: Store, tmp_path: Path) -> dict[str, str]:
    """The ids of three claims by relation."""
    load_paths(remote, write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT))
    rows = remote.read("MATCH (c:Claim) RETURN c.predicate AS predicate, c.id AS id")
    return {row["predicate"]: row["id"] for row in rows}


def listed(run: Run, *arguments: str) -> list[str]:
    return [row["predicate"] for row in json.loads(run("review", "-f", "json", *arguments).out)]


def test_lists_are_filtered(claims: dict[str, str], run: Run) -> None:
    """In each format; without a terminal a table is the default."""
    assert listed(run, "--entity", "Corvane Logistics") == ["OWNS"]
    assert listed(run, "--document", "notes", "--relation", "based in") == ["BASED_IN"]
    assert listed(run, "--engine", "rules") == []
    rows = list(csv.DictReader(io.StringIO(run("review", "--format", "csv", "--limit", "2").out)))
    assert [row["claim_id"] for row in rows] == [claims["PARTNERS_WITH"], claims["OWNS"]]
    assert claims["OWNS"] in run("review").out


def test_claims_are_judged_by_id(claims: dict[str, str], run: Run) -> None:
    """Several at once, with a reason, which `undo` takes back by the id of the decision."""
    result = run("review", "--accept", claims["OWNS"], "--reject", claims["BASED_IN"], "--reason", "read it")
    assert (result.status, result.err.count("the facts follow")) == (0, 2)
    rows = json.loads(run("review", "--again", "-f", "json").out)
    assert {(row["predicate"], row["review"], row["reason"]) for row in rows} == {
        ("OWNS", "accepted", "read it"),
        ("BASED_IN", "rejected", "read it"),
    }
    decision = json.loads(run("query", "decisions", "verdict=rejected", "-f", "json").out)[0]["decision_id"]
    assert run("undo", decision).status == 0
    assert listed(run) == ["PARTNERS_WITH", "BASED_IN"]


def test_a_file_of_decisions_is_applied(claims: dict[str, str], run: Run, tmp_path: Path) -> None:
    """What cannot be carried out is named with its line; the rest is."""
    path = tmp_path / "decisions.csv"
    lines = ["id,decision,reason", f"{claims['OWNS']},accepted,yes", "cla-0,rejected,", f"{claims['BASED_IN']},maybe,"]
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("review", "--decisions", path)
    assert (result.status, result.out) == (1, "")
    assert "Line 3: There is no live claim named 'cla-0'." in result.err
    assert "Line 4: unknown decision 'maybe'" in result.err
    assert "1 decisions applied, 2 lines not." in result.err
    assert listed(run, "--again") == ["OWNS"]


def test_gold_is_written(claims: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Only what is wholly reviewed, unless all is asked for."""
    run("review", "--accept", claims["OWNS"])
    result = run("review", "--export-gold", tmp_path / "gold")
    assert (result.status, result.out) == (0, "")
    assert "1 left out" in result.err
    result = run("review", "--export-gold", tmp_path / "gold", "--all")
    assert result.out.strip() == str(tmp_path / "gold" / "notes.json")
    assert "Warning: notes: 2 of 3 claims are undecided" in result.err


MISTAKES = [
    (("--undo",), 1, "no decision in force"),
    (("--undo", "--format", "json"), 2, "One at a time"),
    (("--all",), 2, "--export-gold"),
    (("cla-0", "perhaps"), 2, "accepted, rejected or unreviewed"),
    (("--accept", "cla-0"), 1, "no live claim"),
    (("--decisions", "gone.csv"), 1, "cannot be read"),
    (("--relation", "OWN"), 1, "OWNS"),
    (("--max-confidence", "7"), 2, "less than or equal"),
]


def test_mistakes_say_what_to_do(claims: dict[str, str], run: Run) -> None:
    """A message on standard error, status 1 or 2, nothing changed."""
    for arguments, status, said in MISTAKES:
        result = run("review", *arguments)
        assert (arguments, result.status, result.out) == (arguments, status, "")
        assert said in " ".join(result.err.split())
    assert listed(run, "--again") == []
