"""`review`, `merge`, `split`, `undo`, `withdraw`: the analyst's judgements."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from allygraph.commands.console import Format, print_answer, say, show, workspace
from allygraph.commands.main import app
from allygraph.graph.model import Review

Author = Annotated[str | None, typer.Option(help="Who judges; by default the user of this machine.")]
Reason = Annotated[str, typer.Option(help="Why; kept with the judgement.")]


@app.command()
def review(
    claim: Annotated[str | None, typer.Argument(help="A claim (id); without it, the least certain.")] = None,
    verdict: Annotated[str | None, typer.Argument(help="accepted, rejected or unreviewed.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to list.")] = 20,
    author: Author = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")] = Format.table,
) -> None:
    """List the least certain claims with their sentences, or accept or reject one.

    Example: `allygraph review cla-0123456789abcdef rejected`
    """
    with workspace() as graph:
        if claim is None:
            print_answer(graph.query("claims_to_review", limit=limit), form)
            return
        if verdict not in ("accepted", "rejected", "unreviewed"):
            raise typer.BadParameter("Give accepted, rejected or unreviewed after the claim.")
        graph.review(claim, cast(Review, verdict), author=author)
    say(f"{claim} is {verdict}; the facts follow.")


@app.command()
def merge(
    left: Annotated[str, typer.Argument(help="The entity that stays (name or id).")],
    right: Annotated[str, typer.Argument(help="The entity that becomes part of it.")],
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Judge two entities the same; their claims come together by themselves.

    Example: `allygraph merge "FINTRAC" "Financial Transactions and Reports Analysis Centre of Canada"`
    """
    with workspace() as graph:
        judgement = graph.merge(left, right, author=author, reason=reason)
    show(judgement.id)
    say(f"'{right}' is part of '{left}' now. To undo: allygraph undo {judgement.id}")


@app.command()
def split(
    entity: Annotated[str, typer.Argument(help="The entity (name or id).")],
    names: Annotated[list[str] | None, typer.Argument(help="Those of its names that are another entity.")] = None,
    document: Annotated[str | None, typer.Option(help="All its names in this document (id, title, path).")] = None,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Judge that some names of an entity, or its names in one document, are another entity; remembered for later loads.

    Example: `allygraph split "Mercury" --document letters/2021-03.txt`
    """
    if not names and not document:
        raise typer.BadParameter("Give the names to part, or --document.")
    with workspace() as graph:
        judgements = graph.split(entity, *(names or ()), document=document, author=author, reason=reason)
    for judgement in judgements:
        show(judgement.id)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(help="Its id; `allygraph query judgements` lists them.")],
) -> None:
    """End a judgement and everything that followed from it.

    Example: `allygraph undo jud-0123456789abcdef`
    """
    with workspace() as graph:
        ended = graph.undo(judgement)
    say(f"No longer judged {ended.verdict}: {ended.left} and {ended.right}.")


@app.command()
def withdraw(
    documents: Annotated[list[str], typer.Argument(help="Documents: ids, titles, paths or addresses.")],
    reason: Reason = "",
) -> None:
    """Withdraw documents: their claims leave the facts, facts that others state stay.

    Example: `allygraph withdraw newsletters/2020-10.txt --reason "retracted by its author"`
    """
    with workspace() as graph:
        claims = graph.withdraw(*documents, reason=reason)
    say(f"{claims} claims left the facts.")
