"""Runs neo4j-admin from the jars of the server."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from allygraph.graph.errors import ServerError
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.program import Program, java_arguments, write_arguments


def run_admin(files: ServerFiles, program: Program, *words: str) -> str:
    """What the command prints; the server must be stopped and its configuration written.

    Everything goes through an argument file, so that a password among the words shows in no list of processes.
    Raises ServerError with the command's own explanation.
    """
    environment = {**os.environ, "NEO4J_HOME": str(files.home), "NEO4J_CONF": str(files.conf)}
    with tempfile.TemporaryDirectory() as folder:
        arguments = Path(folder, "arguments")
        write_arguments(arguments, [*java_arguments(program), "org.neo4j.cli.AdminTool", *words])
        command = [str(program.java), f"@{arguments}"]
        outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if outcome.returncode:
        said = [line for line in (outcome.stderr + outcome.stdout).splitlines() if line.strip()]
        raise ServerError(f"neo4j-admin {words[0]} {words[1]} failed: {_first_telling(said)}")
    return outcome.stdout


def _first_telling(lines: list[str]) -> str:
    telling = (line for line in lines if not line.startswith("WARNING") and not line.startswith("\tat "))
    return next(telling, "it gave no reason").strip()
