"""`query` and `cypher`: answers out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from allygraph.commands.console import Format, print_answer, show, workspace
from allygraph.commands.main import app
from allygraph.queries.catalogue import questions
from allygraph.queries.question import Question

Form = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")]


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="The question; without it, all are listed.")] = None,
    parameters: Annotated[list[str] | None, typer.Argument(help="Its parameters, as key=value.")] = None,
    form: Form = Format.table,
) -> None:
    """Ask a named question, or list the questions there are.

    Example: `allygraph query alliances_of organisation="Foundry"`
    """
    if name is None:
        _list(form)
        return
    values = _pairs(parameters or [])
    with workspace() as graph:
        print_answer(graph.query(name, **values), form)


@app.command()
def cypher(
    statement: Annotated[str, typer.Argument(help="One Cypher statement.")],
    parameters: Annotated[list[str] | None, typer.Argument(help="Its parameters, as key=value.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Allow the statement to change the graph.")] = False,
    form: Form = Format.table,
) -> None:
    """Run Cypher; without --write only what reads the graph and nothing else.

    Example: `allygraph cypher 'MATCH (a:Alliance) RETURN a.title, a.status ORDER BY a.title'`
    """
    values = {key: _value(text) for key, text in _pairs(parameters or []).items()}
    with workspace() as graph:
        print_answer(graph.cypher(statement, write=write, **values), form)


def _pairs(texts: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in texts]
    for name, equals, _ in pairs:
        if not equals or not name:
            raise typer.BadParameter(f"'{name}' is not of the form key=value.")
    return {name: value for name, _, value in pairs}


def _value(text: str) -> object:
    """Numbers, true, false, null and lists as JSON has them; anything else is text."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _described(question: Question) -> dict[str, object]:
    return {"parameters": [asdict(parameter) for parameter in question.parameters], "example": question.example}


def _list(form: Format) -> None:
    if form is Format.json:
        listed = [{"name": one.name, "title": one.title, **_described(one)} for one in questions().values()]
        show(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    table = Table("question", "parameters", "answers", box=None)
    for one in questions().values():
        names = " ".join(each.name if each.required else f"[{each.name}]" for each in one.parameters)
        table.add_row(one.name, names.replace("[", r"\["), one.title)
    Console(soft_wrap=True).print(table)
