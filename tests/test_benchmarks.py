"""The benchmarks run; what they measure decides no test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from allygraph.graph.settings import ServerOptions


@pytest.mark.store
def test_the_small_size_prints_every_row(server_options: ServerOptions) -> None:
    """A ratio for each comparison."""
    environment = {**os.environ, "ALLYGRAPH_CACHE": str(server_options.cache)}
    command = [sys.executable, "-m", "benchmarks", "--small"]
    root = Path(__file__).parents[1]
    printed = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True).stdout
    rows = {line[:12].strip(): float(line.split()[-1]) for line in printed.splitlines()[1:]}
    assert set(rows) == {"extraction", "load", "load again", "page"}
    assert all(ratio > 0 for ratio in rows.values())
