"""The application: its commands, and the one place where errors become messages and exit statuses."""

from __future__ import annotations

import sys

import typer

from allygraph.commands.console import say
from allygraph.graph.errors import AllygraphError
from allygraph.graph.version import __version__

#: 0 done, 1 failed, 2 misused.
FAILED = 1
MISUSED = 2

app = typer.Typer(
    name="allygraph",
    help="A knowledge graph of organisations and alliances, with the sentence behind every edge.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def version(show: bool = typer.Option(False, "--version", help="Print the version and leave.")) -> None:
    if show:
        typer.echo(f"allygraph {__version__}")
        raise typer.Exit


def register() -> None:
    """Makes the commands known to the application; each module does so when it is imported."""
    from allygraph.commands import asking, demo, evaluating, exploring, judging, loading, server, showing  # noqa: F401


def main() -> None:
    """Runs the command line; never shows a traceback for an error that has a remedy."""
    register()
    try:
        app(prog_name="allygraph")
    except AllygraphError as error:
        say(f"Error: {error}")
        sys.exit(FAILED)
    except ValueError as error:
        say(f"Error: {error}")
        sys.exit(MISUSED)
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing is wrong. Python would complain again while closing stdout.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        say("Interrupted; what was complete is kept.")
        sys.exit(130)
