"""`db`: the local server, and the facts in the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from allygraph.commands.console import say, show, workspace
from allygraph.commands.main import app
from allygraph.graph import server
from allygraph.graph.errors import AllygraphError
from allygraph.graph.settings import Settings

db = typer.Typer(help="The local Neo4j server: start, stop, status, back-ups; rebuild the facts.", no_args_is_help=True)
app.add_typer(db, name="db")

Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace what is there.")]


def _local() -> Settings:
    settings = Settings.from_environment()
    if settings.remote:
        raise AllygraphError(
            f"NEO4J_URI names a server of your own ({settings.remote.uri}); this command is about the local one.",
            "Unset NEO4J_URI, or use the tools of that server.",
        )
    return settings


@db.command()
def start() -> None:
    """Start the local server; fetched first if need be.

    Example: `allygraph db start`
    """
    _local()
    with workspace() as graph:
        show(graph.store.address.uri)


@db.command()
def stop() -> None:
    """Stop the local server; the graph stays on the disk.

    Example: `allygraph db stop`
    """
    say("Stopped." if server.stop(_local()) else "It was not running.")


@db.command()
def status() -> None:
    """Say whether the local server runs, and where its data, log and password are.

    Example: `allygraph db status`
    """
    now = server.status(_local())
    table = Table(show_header=False, box=None)
    table.add_row("running", f"yes, process {now.pid}" if now.running else "no")
    table.add_row("address", now.uri or "")
    table.add_row("user", "neo4j")
    table.add_row("version", now.version or "")
    table.add_row("data", f"{now.data} ({now.data_size / 1e6:.0f} MB)")
    table.add_row("log", str(now.log))
    table.add_row("password", str(now.password))
    Console(soft_wrap=True).print(table)


@db.command()
def backup(
    path: Annotated[Path, typer.Argument(help="The file to write.")],
    overwrite: Overwrite = False,
) -> None:
    """Write the whole graph into one file; a running server is stopped meanwhile.

    Example: `allygraph db backup graph.dump`
    """
    show(str(server.backup(_local(), path, overwrite)))


@db.command()
def restore(
    path: Annotated[Path, typer.Argument(help="A file that `db backup` wrote.")],
    overwrite: Overwrite = False,
) -> None:
    """Read the graph back from a file; with --overwrite in place of the one that is there.

    Example: `allygraph db restore graph.dump --overwrite`
    """
    server.restore(_local(), path, overwrite)
    say(f"Restored from {path}.")


@db.command()
def rebuild() -> None:
    """Derive all facts and alliances anew from the claims.

    Example: `allygraph db rebuild`
    """
    with workspace() as graph:
        changes = graph.rebuild()
    say(f"{changes.created} created, {changes.changed} changed, {changes.unchanged} unchanged.")
