"""What goes where: data to standard output, messages to standard error, progress bars on a terminal only."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from allygraph.queries.answer import Answer
from allygraph.workspace import Workspace, connect


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def say(message: str) -> None:
    """Prints a message for the person at the terminal."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(escape(message))


def show(text: str) -> None:
    """Prints data."""
    print(text)


@contextmanager
def workspace() -> Iterator[Workspace]:
    """The open graph; on a terminal, fetching the local server for the first time shows a bar."""
    with _download_bar() as progress, connect(progress=progress) as graph:
        yield graph


@contextmanager
def _download_bar() -> Iterator[Callable[[int, int, str], None]]:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Fetching the Neo4j server (once)", total=None, visible=False)
        told = False

        def report(done: int, total: int, _name: str) -> None:
            nonlocal told
            if not told and not console.is_terminal:
                say(f"Fetching the Neo4j server (once, {total / 1e6:.0f} MB) ...")
            told = True
            bar.update(task, completed=done, total=total, visible=done < total)

        yield report


def print_answer(answer: Answer, form: Format) -> None:
    """Prints rows as a table, as JSON (a list of objects) or as CSV (lists as JSON inside a cell)."""
    if form is Format.json:
        show(json.dumps(answer.to_records(), ensure_ascii=False, indent=2, default=str))
    elif form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(column.name for column in answer.columns)
        writer.writerows([_cell(value) for value in row] for row in answer.rows)
    else:
        _print_table(answer)


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (list, dict)) else value


def _print_table(answer: Answer) -> None:
    table = Table(title=escape(answer.title) if answer.question != "cypher" else None, title_justify="left")
    for column in answer.columns:
        table.add_column(escape(column.name), overflow="fold")
    for row in answer.rows:
        table.add_row(*(escape(_words(value)) for value in row))
    # Without a terminal there is no width to keep to: wide rows stay whole for the next program.
    console = Console(soft_wrap=False, width=None if sys.stdout.isatty() else 200)
    console.print(table)
    say(f"{len(answer)} row{'' if len(answer) == 1 else 's'}")


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(item)}" for name, item in value.items() if item not in (None, ""))
    if isinstance(value, (list, tuple)):
        return "\n".join(_words(item) for item in value)
    return str(value)
