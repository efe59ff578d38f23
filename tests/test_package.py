"""The package as others get it: its names, its files."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import allygraph

ROOT = Path(__file__).parents[1]


def test_every_public_name_is_there() -> None:
    """`__all__` is complete: each name resolves, and nothing else public is defined."""
    assert sorted(allygraph.__all__) == list(allygraph.__all__)
    assert all(getattr(allygraph, name) is not None for name in allygraph.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = allygraph.nothing_of_the_kind


def test_importing_does_nothing_else() -> None:
    """`import allygraph` loads no database driver and opens no connection."""
    code = "import sys, allygraph; print(sorted({'neo4j', 'igraph', 'rdflib', 'networkx'} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"


def test_the_wheel_holds_what_the_package_reads(tmp_path: Path) -> None:
    """Every data file beside a module, and the example documents, are in the wheel."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "allygraph").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= packed
    assert {f"allygraph/examples/{path.name}" for path in (ROOT / "examples").iterdir()} <= packed
