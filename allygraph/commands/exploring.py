"""`explore`: the server of the explorer."""

from __future__ import annotations

import webbrowser
from typing import Annotated

import typer

from allygraph.commands.console import say, workspace
from allygraph.commands.main import app
from allygraph.graph.settings import Settings


@app.command()
def explore(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    host: Annotated[
        str, typer.Option(help="Where to listen; other machines reach the graph only with ALLYGRAPH_TOKEN set.")
    ] = "127.0.0.1",
) -> None:
    """Explore the graph in the browser, served on this machine alone, until Ctrl-C.

    Example: `allygraph explore --port 8080`
    """
    from allygraph.web import explore as serve  # the web server takes half a second to import

    def opened(address: str) -> None:
        typer.echo(address)  # at once, also into a pipe
        say("Ctrl-C ends the server. Whoever has this address can read the graph.")
        if browser:
            webbrowser.open(address)

    # Somebody who clicks wants to know soon that the database is gone.
    settings = Settings.from_environment()
    with workspace(patience=2) as graph:
        serve(graph, host=host, port=port, token=settings.token, home=settings.home, opened=opened)
