"""`view`, `report` and `export`: pages, reports and files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import allygraph
from allygraph.commands.console import say, show, workspace
from allygraph.commands.main import app
from allygraph.queries.records import PAGE_LIMIT
from allygraph.workspace import Renderer

Names = Annotated[list[str] | None, typer.Argument(help="Entities to look around; without them, the whole graph.")]
Depth = Annotated[int, typer.Option(min=0, help="How many facts away from the entities.")]
AsOf = Annotated[str | None, typer.Option(help="Only what held on that day (YYYY-MM-DD), month or year.")]


@app.command()
def view(
    names: Names = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("network.html"),
    depth: Depth = 1,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="The most entities to show.")] = PAGE_LIMIT,
    renderer: Annotated[
        Renderer | None, typer.Option(help="What draws it; pyvis up to 1,000 entities, else the explorer's renderer.")
    ] = None,
) -> None:
    """Write a graph page: one offline file to click through, the sentences behind every edge.

    Example: `allygraph view Foundry --depth 2 -o foundry.html`
    """
    with workspace() as graph:
        page = graph.view(*(names or ()), depth=depth, as_of=as_of, limit=limit, renderer=renderer)
    show(str(page.save(output)))
    network = page.network
    say(f"{len(network.nodes)} entities, {len(network.edges)} facts." + _left_out(network.left_out))


def _left_out(count: int) -> str:
    return f" {count} more were left out; name entities, or raise --limit." if count else ""


@app.command()
def report(
    names: Names = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file: .html or .md.")] = Path("report.html"),
    depth: Depth = 1,
    as_of: AsOf = None,
) -> None:
    """Write a network report in words, with numbered and graded evidence.

    Example: `allygraph report "Digital Currency Group" -o dcg.md`
    """
    with workspace() as graph:
        written = graph.report(*(names or ()), depth=depth, as_of=as_of)
    show(str(allygraph.save_report(written, output)))


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="The file to write; .graphml .gexf .ttl .jsonld or .nq.")],
    names: Names = None,
    depth: Depth = 1,
    as_of: AsOf = None,
) -> None:
    """Write the graph, or a part of it, for other tools.

    Example: `allygraph export network.graphml`
    """
    with workspace() as graph:
        show(str(graph.export(path, *(names or ()), depth=depth, as_of=as_of)))
