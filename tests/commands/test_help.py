"""Every command explains itself, with an example, and stands in the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from allygraph.commands import main  # noqa: F401  (fills the application)
from allygraph.commands.main import app, register

GUIDE = Path(__file__).parents[2] / "docs" / "commands.md"


def commands() -> Iterator[tuple[str, Any]]:
    register()
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        if inner:
            yield from ((f"{name} {each}", inner[each]) for each in inner)
        else:
            yield name, command


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_help_has_an_example(name: str, command: Any) -> None:
    """The help of each command begins with what it does and ends with an example that starts with its name."""
    assert f"Example: `allygraph {name}" in command.help
    assert all(parameter.help for parameter in command.params if getattr(parameter, "help", None) is not None)


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_guide_names_every_command(name: str) -> None:
    """docs/commands.md has a heading for each command."""
    assert f"## `allygraph {name}" in GUIDE.read_text(encoding="utf-8")


def test_version(run: Callable[..., Any]) -> None:
    """--version prints name and version."""
    assert run("--version").out.startswith("allygraph 0.")
