"""The statements that write: one `.cypher` file each under `upserts/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def all_statements() -> list[str]:
    """The texts of all of them, sorted by name."""
    folder = files("allygraph.graph.store").joinpath("upserts")
    return [statement(name) for name in sorted(entry.name.removesuffix(".cypher") for entry in folder.iterdir())]


@cache
def statement(name: str) -> str:
    """The text of `upserts/NAME.cypher`."""
    return files("allygraph.graph.store").joinpath("upserts", f"{name}.cypher").read_text(encoding="utf-8")
