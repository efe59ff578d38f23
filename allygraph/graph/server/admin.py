"""Runs neo4j-admin from the jars of the server."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from allygraph.graph.errors import ServerError, StoreFull
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.program import Program, java_arguments, write_arguments


def run_admin(
    files: ServerFiles,
    program: Program,
    *words: str,
    stdin: IO[bytes] | None = None,
    stdout: IO[bytes] | None = None,
) -> None:
    """Runs one command; the server must be stopped and its configuration written.

    Everything goes through an argument file, so that a password among the words shows in no list of processes.
    Raises ServerError with the command's own explanation, StoreFull when the disk is full.
    """
    environment = {**os.environ, "NEO4J_HOME": str(files.home), "NEO4J_CONF": str(files.conf)}
    with tempfile.TemporaryDirectory() as folder:
        arguments = Path(folder, "arguments")
        write_arguments(arguments, [*java_arguments(program), "org.neo4j.cli.AdminTool", *words])
        outcome = subprocess.run(
            [str(program.java), f"@{arguments}"],
            env=environment,
            stdin=stdin or subprocess.DEVNULL,
            stdout=stdout or subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            check=False,
        )
    if outcome.returncode:
        raise _explain(words, outcome.stderr)


def _explain(words: tuple[str, ...], said: str) -> ServerError | StoreFull:
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return StoreFull(f"neo4j-admin {words[0]} {words[1]} found the disk full.", "Free some space and try again.")
    noise = ("WARNING", "\tat ", "Run with '--verbose'", "----")
    # The command names each cause twice; the keys of a dictionary keep the order and drop the repetition.
    telling = dict.fromkeys(line.strip() for line in said.splitlines() if line.strip() and not line.startswith(noise))
    reason = "; ".join(list(telling)[-3:]) or "it gave no reason"
    return ServerError(f"neo4j-admin {words[0]} {words[1]} failed: {reason}.")
