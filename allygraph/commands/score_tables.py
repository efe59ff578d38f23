"""The figures of an evaluation as tables: of one run, or of two with the difference."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from allygraph.commands.score_lines import HEADINGS, nested, score_lines
from allygraph.loaders.evaluation import Run, difference

_RATIOS = ("precision", "recall", "f1")


def print_tables(runs: Sequence[Run]) -> None:
    """Prints one table after the other; rows of two runs are marked A and B."""
    # Without a terminal there is no width to keep to: rows stay whole for the next program.
    console = Console(width=None if sys.stdout.isatty() else 200)
    for at, (heading, table) in enumerate(_tables(runs)):
        if at:
            console.print()
        if heading:
            console.print(Text(heading, style="bold"))
        console.print(table)


def _tables(runs: Sequence[Run]) -> Iterator[tuple[str, Table]]:
    """Each table with its heading."""
    lines = {run.name: nested(score_lines(run.score)) for run in runs}
    if len(runs) == 2:
        yield "", _found_alone(runs[0], runs[1])
    yield "", _ratios(_rows(lines, "all", "relations"), runs)
    for table in ("facts of documents", "entities of documents"):
        yield HEADINGS[table], _ratios(_rows(lines, table), runs)
    yield from _counts(lines)


def _rows(lines: dict[str, dict[str, dict[str, Any]]], *tables: str) -> dict[str, list[dict[str, Any]]]:
    """By row, the values of each run; empty where a run has no such row."""
    names = dict.fromkeys(row for table in tables for run in lines.values() for row in run.get(table, {}))
    merged = [{row: values for table in tables for row, values in run.get(table, {}).items()} for run in lines.values()]
    return {name: [run.get(name, {}) for run in merged] for name in names}


def _ratios(rows: dict[str, list[dict[str, Any]]], runs: Sequence[Run]) -> Table:
    made = _table(tight=len(runs) > 1)
    if len(runs) == 1:
        columns = (*_RATIOS, "right", "wrong", "missed")
        for column in columns:
            made.add_column(_heading(column), justify="right")
        for name, (values,) in rows.items():
            made.add_row(Text(name), *(_number(values.get(column)) for column in columns))
        return made
    for column in _RATIOS:
        # Short, so that nine columns of figures leave room for names on a terminal of 80 characters.
        for mark in (f"{'prec.' if column == 'precision' else _heading(column)}\nA", "\nB", "\n+/-"):
            made.add_column(mark, justify="right")
    for name, (one, two) in rows.items():
        cells: list[str] = []
        for column in _RATIOS:
            cells += [_number(one.get(column)), _number(two.get(column)), _change(one.get(column), two.get(column))]
        made.add_row(Text(name), *cells)
    return made


def _found_alone(first: Run, second: Run) -> Table:
    """What each run finds and the other does not; it also says which is A and which B."""
    found = difference(first, second)
    made = _table()
    for column in ("right, it alone", "wrong, it alone"):
        made.add_column(column, justify="right")
    made.add_row(Text(f"A: {first.name}"), str(found.right_first), str(found.wrong_first))
    made.add_row(Text(f"B: {second.name}"), str(found.right_second), str(found.wrong_second))
    made.add_row("both", str(found.right_both), str(found.wrong_both))
    made.add_row("neither", f"{found.missed_both} missed", "")
    return made


def _counts(lines: dict[str, dict[str, dict[str, Any]]]) -> Iterator[tuple[str, Table]]:
    """Qualifiers, extractors and confidence: a row for each run, and one for the difference."""
    for table, columns in (
        ("qualifiers", ("right", "of", "share")),
        ("found by", ("right", "wrong", "share")),
        ("confidence", ("right", "wrong", "confidence", "share")),
    ):
        rows = _rows(lines, table)
        if not rows:
            continue
        made = _table()
        for column in columns:
            made.add_column("share right" if column == "share" else column, justify="right")
        for name, values in rows.items():
            for mark, each in zip("AB", values, strict=False):
                if each:
                    label = f"{name}, {mark}" if len(values) > 1 else name
                    made.add_row(Text(label), *(_number(each.get(column)) for column in columns))
            if len(values) > 1 and all(values):
                one, two = values
                made.add_row("+/-", *(_change(one.get(column), two.get(column)) for column in columns))
        yield HEADINGS[table], made


def _table(*, tight: bool = False) -> Table:
    box = SIMPLE_HEAD if sys.stdout.isatty() else None
    # The box has a space between columns already.
    padding = (0, 0) if box and tight else (0, 1)
    made = Table(box=box, pad_edge=False, padding=padding, collapse_padding=True)
    made.add_column("", overflow="fold")
    return made


def _heading(column: str) -> str:
    return "F1" if column == "f1" else column


def _number(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "" if value is None else str(value)


def _change(one: Any, two: Any) -> str:
    if one is None or two is None:
        return ""
    return "0" if two == one else f"{two - one:+.3f}" if isinstance(two, float) else f"{two - one:+d}"
