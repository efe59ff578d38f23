"""`demo`: the main job on the example documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import allygraph
from allygraph.commands.console import say, show, workspace
from allygraph.commands.main import app


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path("allygraph-demo"),
    open_page: Annotated[bool, typer.Option("--open", help="Open the graph page in the browser.")] = False,
) -> None:
    """Load the example documents, write a graph page and a report, say where they are.

    Example: `allygraph demo`
    """
    folder.mkdir(parents=True, exist_ok=True)
    examples = example_folder()
    say("Starting Neo4j and loading the example documents ...")
    with workspace() as graph:
        result = graph.load(examples)
        page = graph.view(title="Alliances in the example documents").save(folder / "network.html")
        report = allygraph.save_report(graph.report(title="Alliances in the example documents"), folder / "report.html")
    say(f"{result.documents} documents, {result.claims} claims, {result.entities} entities, {result.facts} facts.")
    show(f"graph page  {page.absolute()}\nreport      {report.absolute()}")
    say(_HOW_TO_GO_ON.format(examples=examples))
    if open_page:
        typer.launch(page.absolute().as_uri())


def example_folder() -> Path:
    """Where the example documents are: in the installed package, or beside it in a checkout."""
    package = Path(allygraph.__file__).parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent / "examples"


_HOW_TO_GO_ON = """
Go on with
  allygraph query                                       the questions there are
  allygraph query alliances_of organisation=Metaverse   one of them
  allygraph view Foundry -o foundry.html                a page around an organisation
  allygraph load YOUR-DOCUMENTS                         your own documents
  allygraph db status                                   where the data is; db stop ends the server
  allygraph withdraw {examples}
                                                        take the examples out again
In a checkout the program is .venv/bin/allygraph."""
