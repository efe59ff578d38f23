"""`allygraph evaluate`: figures out, no server anywhere."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allygraph.loaders.extraction import DEFAULT_ENGINE

GOLD = Path(__file__).parents[1] / "data" / "evaluation" / "gold"
FOUND = GOLD.parent / "found"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A graph that nobody can reach: whoever looks for it fails."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("ALLYGRAPH_HOME", str(tmp_path / "home"))


def test_tables_of_one_run(run: Run) -> None:
    """Entities, facts, relations, documents, qualifiers, extractors and confidence; the warning is no data."""
    result = run("evaluate", GOLD, "--predicted", FOUND)
    rows = [line.split() for line in result.out.splitlines()]
    assert ["facts", "0.250", "0.200", "0.222", "1", "3", "4"] in rows
    assert ["facts", "without", "roles", "0.250", "0.250", "0.250", "1", "3", "3"] in rows
    assert ["OWNS", "0.000", "0.000", "0.000", "0", "2", "0"] in rows
    assert ["two", "0.000", "0.000", "0.000", "0", "0", "2"] in rows
    assert ["date", "0", "1", "0.000"] in rows
    assert ["rules+model", "1", "0", "1.000"] in rows
    assert ["0.9", "to", "1.0", "1", "1", "0.950", "0.500"] in rows
    assert "lacks 1 of 2 documents" in result.err
    assert (result.status, "\x1b" in result.out) == (0, False)


def test_an_engine_runs_by_default(run: Run) -> None:
    """The same as naming it."""
    result = run("evaluate", GOLD, "--format", "json")
    assert json.loads(result.out)["facts"]["right"] > 0
    assert json.loads(run("evaluate", GOLD, "--engine", DEFAULT_ENGINE, "--json").out) == json.loads(result.out)


def test_two_runs_side_by_side(run: Run) -> None:
    """Both, and the second less the first."""
    result = run("evaluate", GOLD, "--predicted", FOUND, "--predicted", GOLD)
    assert "A: found" in result.out
    assert "B: gold" in result.out
    facts = next(line.split() for line in result.out.splitlines() if line.startswith("facts "))
    assert facts == ["facts", "0.250", "1.000", "+0.750", "0.200", "1.000", "+0.800", "0.222", "1.000", "+0.778"]
    found = json.loads(run("evaluate", GOLD, "--predicted", FOUND, "--predicted", GOLD, "-f", "json").out)
    assert [each["name"] for each in found["runs"]] == ["found", "gold"]
    assert (found["difference"]["right_second"], found["difference"]["wrong_first"]) == (4, 3)
    assert found["difference"]["figures"]["all"]["facts"]["right"] == 4


def test_csv_has_one_header_for_all(run: Run) -> None:
    """Engine and folder: a row for each figure of each run, then the difference."""
    result = run("evaluate", GOLD, "--engine", "rules", "--predicted", FOUND, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert {row["run"] for row in rows} == {"rules", "found", "difference"}
    facts = next(row for row in rows if (row["run"], row["row"]) == ("found", "facts"))
    assert (facts["right"], facts["precision"], facts["share"]) == ("1", "0.25", "")


def test_errors_writes_a_page(run: Run, tmp_path: Path) -> None:
    """Its place is a message; figures are printed all the same."""
    page = tmp_path / "new" / "errors.html"
    result = run("evaluate", GOLD, "--predicted", FOUND, "--errors", page)
    assert "Dana Elm" in page.read_text(encoding="utf-8")
    assert (str(page) in result.err, "facts" in result.out) == (True, True)


def test_nothing_is_written_beside_the_page(run: Run, tmp_path: Path) -> None:
    """No home of a server, no cache."""
    run("evaluate", GOLD, "--errors", tmp_path / "errors.html")
    assert os.listdir(tmp_path) == ["errors.html"]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--engine", "rules", "--engine", "rules", "--predicted", FOUND), 2, "At most two"),
        (("--errors", "errors.pdf"), 2, ".html"),
        (("--format", "xml"), 2, "xml"),
        (("--predicted", GOLD / "gone"), 1, "There is no folder"),
        (("--engine", "rulez"), 1, "Nearest: rules"),
    ],
)
def test_misuse_and_failure(run: Run, arguments: tuple[object, ...], status: int, words: str) -> None:
    """2 for a command that makes no sense, 1 for what is not there."""
    result = run("evaluate", GOLD, *arguments)
    assert (result.status, words in " ".join(result.err.split()), result.out) == (status, True, "")
