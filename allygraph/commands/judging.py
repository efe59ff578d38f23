"""`merge`, `split`, `undo`, `withdraw`: the analyst's judgements; `review` stands beside in `reviewing`."""

from __future__ import annotations

from typing import Annotated

import typer

from allygraph.commands import reviewing  # noqa: F401  (its command belongs to these)
from allygraph.commands.console import say, show, workspace
from allygraph.commands.main import app

Author = Annotated[str | None, typer.Option(help="Who judges; by default the user of this machine.")]
Reason = Annotated[str, typer.Option(help="Why; kept with the judgement.")]


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
    judgement: Annotated[str, typer.Argument(help="Its id; the questions `judgements` and `decisions` list them.")],
) -> None:
    """End a judgement, or a decision on a claim, and everything that followed from it.

    Example: `allygraph undo jud-0123456789abcdef`
    """
    with workspace() as graph:
        if judgement.startswith("dec-"):
            decision = graph.reviews.undo(judgement)
            say(f"{decision.claim} is no longer {decision.verdict}.")
            return
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
