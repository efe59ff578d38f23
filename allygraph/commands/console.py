"""What goes where: data to standard output, messages to standard error, progress bars on a terminal only."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from allygraph.loaders.extraction import Engine
    from allygraph.queries.answer import Answer
    from allygraph.workspace import Workspace


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
def extraction(name: str) -> Iterator[Engine]:
    """The engine of that name; what it has to say of its work, such as the cost, is said at the end, come what may."""
    from allygraph.loaders.extraction import engine

    extractor = engine(name)
    try:
        yield extractor
    finally:
        summary: Callable[[], str] = getattr(extractor, "summary", str)
        if text := summary():
            say(text)


@contextmanager
def workspace(patience: float = 30) -> Iterator[Workspace]:
    """The open graph; on a terminal, fetching the local server for the first time shows a bar.

    `patience`: seconds for which work is tried again while the database is busy or gone.
    """
    from allygraph.workspace import connect  # commands that need no database start without its driver

    with _download_bar() as progress:
        graph = connect(progress=progress, patience=patience)
    # The bar is gone by now: it redraws itself all the time, which what a command prints or asks cannot bear.
    with graph:
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
    # A column without a value anywhere only takes room; JSON and CSV have all of them.
    cells = [[_words(value) for value in row] for row in answer.rows]
    filled = [at for at in range(len(answer.columns)) if not cells or any(row[at] for row in cells)]
    title = Text(answer.title) if answer.question != "cypher" else None
    table = Table(title=title, title_justify="left", show_lines=any("\n" in cell for row in cells for cell in row))
    for at in filled:
        table.add_column(Text(answer.columns[at].name), overflow="fold")
    for row in cells:
        table.add_row(*(Text(row[at]) for at in filled))
    # Without a terminal there is no width to keep to: wide rows stay whole for the next program.
    Console(width=None if sys.stdout.isatty() else 200).print(table)
    say(f"{len(answer)} row{'' if len(answer) == 1 else 's'}")


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.4g}"
    if isinstance(value, dict):
        return _quoted(value) if "sentence" in value else _listed(value)
    if isinstance(value, (list, tuple)):
        return "\n".join(dict.fromkeys(_words(item) for item in value))
    return str(value)


def _quoted(evidence: dict[str, Any]) -> str:
    """A sentence with where it stands: what a reader of a table wants of a piece of evidence."""
    graded = f"reliability {evidence['reliability']}" if evidence.get("reliability") else None
    denied = "a denial" if evidence.get("polarity") == "negative" else None
    place = ", ".join(
        str(part) for part in (evidence.get("document"), evidence.get("published"), graded, denied) if part
    )
    return f"“{' '.join(evidence['sentence'].split())}” ({place})"


def _listed(values: dict[str, Any]) -> str:
    return "; ".join(f"{name}: {_words(item)}" for name, item in values.items() if item not in (None, ""))
