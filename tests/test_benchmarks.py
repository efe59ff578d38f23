"""The benchmarks run; what they measure decides no test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.settings import ServerOptions
from benchmarks.articles import articles, names
from benchmarks.table import Row, print_table


def _printed(*arguments: str, **environment: str) -> str:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    root = Path(__file__).parents[1]
    return subprocess.run(
        command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout


def test_the_small_size_of_the_store_prints_every_row(server_options: ServerOptions) -> None:
    """A ratio for each comparison."""
    printed = _printed("store", "--small", ALLYGRAPH_CACHE=str(server_options.cache))
    rows = {line[:38].strip(): float(line.split()[-1]) for line in printed.splitlines()[1:]}
    assert set(rows) == {"load", "load again", "page"}
    assert all(ratio > 0 for ratio in rows.values())


def test_the_small_size_of_the_explorer_gives_sound_rows(server_options: ServerOptions) -> None:
    """A median and a 95th percentile for each kind of request."""
    printed = _printed("explorer", "--small", "--json", ALLYGRAPH_CACHE=str(server_options.cache))
    rows: list[dict[str, Any]] = json.loads(printed)
    assert len(rows) == 4
    assert all(0 < row["figures"]["p50"] <= row["figures"]["p95"] for row in rows)


def test_the_small_size_of_extraction_gives_sound_rows() -> None:
    """A row for each number of documents and processes, for memory and for the first document; figures above zero."""
    rows: list[dict[str, Any]] = json.loads(_printed("extraction", "--small", "--json", "--engine", "rules"))
    assert [row["what"] for row in rows] == [
        "rules, 3 documents, 1 process",
        "rules, 3 documents, 2 processes",
        "rules, texts cut before",
        "rules, memory of a process",
        "rules, first document",
        "rules, short items",
    ]
    assert all(row["figures"] and min(row["figures"].values()) > 0 for row in rows)
    assert all(row["ratio"] > 0 if row["peer"] else row["ratio"] is None for row in rows)


def test_a_row_without_its_peer_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """A dash in the places of the peer and the ratio."""
    print_table([Row("rules, first document", "1.2 s", None, None)])
    assert capsys.readouterr().out.splitlines()[1].split() == ["rules,", "first", "document", "1.2", "s", "-", "-"]


def test_articles_are_prose_and_the_same_each_time() -> None:
    """About 22 words in a sentence, four paragraphs under a headline and a date."""
    texts = articles(20)
    assert texts == articles(20)
    paragraphs = [text.strip().split("\n\n")[2:] for text in texts]
    assert {len(parts) for parts in paragraphs} == {4}
    words = sum(len(part.split()) for parts in paragraphs for part in parts)
    assert 19 <= words / (12 * len(texts)) <= 25
    assert "{" not in "".join(texts)


def test_names_are_different() -> None:
    """As many as asked for, none twice."""
    assert len(set(names(200))) == 200
