"""The statements that write: one `.cypher` file each under `upserts/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of `upserts/NAME.cypher`."""
    return files("allygraph.graph.store").joinpath("upserts", f"{name}.cypher").read_text(encoding="utf-8")
