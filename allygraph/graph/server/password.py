"""The password of the local server: random, set before its first start, readable by its owner alone."""

from __future__ import annotations

import os
import secrets

from allygraph.graph.errors import ServerError, StartFailed
from allygraph.graph.server.admin import run_admin
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.program import Program

USER = "neo4j"


def read_password(files: ServerFiles) -> str:
    """The password; empty when none was made yet."""
    try:
        return files.password.read_text("utf-8").strip()
    except FileNotFoundError:
        return ""


def ensure_password(files: ServerFiles, program: Program) -> None:
    """Makes the password and tells it to a server that has never been started; later it does nothing.

    The file is written last: when it is there, Neo4j knows the password.
    """
    if read_password(files):
        return
    # Letters and digits only: one that begins with a hyphen, as one in 64 would, is an option to Neo4j's program.
    password = secrets.token_hex(24)
    try:
        set_initial_password(files, program, password)
    except ServerError as error:
        raise StartFailed(f"The local Neo4j could not be set up: {error}", "Its files may be damaged.") from error
    draft = files.password.with_suffix(".part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(password)
    draft.replace(files.password)


def set_initial_password(files: ServerFiles, program: Program, password: str) -> None:
    """Tells the password to a server that has never been started."""
    run_admin(files, program, "dbms", "set-initial-password", password)
