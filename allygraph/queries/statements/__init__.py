"""The statements behind networks and names: one `.cypher` file each, read by name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of `statements/NAME.cypher`."""
    return files(__name__).joinpath(f"{name}.cypher").read_text(encoding="utf-8")
