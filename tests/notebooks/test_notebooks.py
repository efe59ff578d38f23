"""The notebooks run from top to bottom on the real store, and are kept without their outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from allygraph.graph.settings import Address
from allygraph.graph.store import Store

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.store
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_from_top_to_bottom(path: Path, store: Store, address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell runs on an empty store, and every table it shows has rows."""
    for name, value in (("URI", address.uri), ("USERNAME", address.user), ("PASSWORD", address.password)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    tables = [
        output["data"]["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "<table" in output.get("data", {}).get("text/html", "")
    ]
    assert tables
    assert all("<td>" in table for table in tables)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_kept_without_outputs(path: Path) -> None:
    """No output and no count of execution is in the file."""
    cells = nbformat.read(path, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


def test_there_are_notebooks() -> None:
    """Both ways into the graph are shown."""
    assert {"exploring_partnerships", "cypher_from_a_notebook"} <= {path.stem for path in NOTEBOOKS}
