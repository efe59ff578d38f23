"""Small files of curated facts, the shortest way to put known claims into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from allygraph.graph.model import LoadResult
from allygraph.graph.store import Store
from allygraph.loaders.documents import read_inputs
from allygraph.loaders.load import load

DEAL = {"subject": "Aldermoor Shipping", "relation": "PARTNERS_WITH", "object": "Brightwater Ports", "status": "signed"}
STAKE = {"subject": "Aldermoor Shipping", "relation": "OWNS", "object": "Corvane Logistics"}
SEAT = {"subject": "Brightwater Ports", "relation": "BASED_IN", "object": "Rotterdam"}


def write_notes(path: Path, *facts: dict[str, Any], source: str = "Desk", published: str = "2024-05-02") -> Path:
    """A file with these facts."""
    notes = {"source": {"name": source, "reliability": "B"}, "title": path.stem, "published": published}
    path.write_text(yaml.safe_dump({**notes, "facts": list(facts)}, sort_keys=False), encoding="utf-8")
    return path


def load_paths(store: Store, *paths: Path) -> LoadResult:
    """Loads files, and fails where one is skipped."""
    result = load(store, read_inputs(paths))
    assert not result.skipped
    return result
