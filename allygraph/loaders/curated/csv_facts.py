"""Facts from CSV, one row each, with the characters at which each value stands.

    subject,relation,object,status,date,amount,currency
    C2CX,PARTNERS_WITH,CyberTrust,signed,2017-09-12,,

Separated by comma, semicolon or tab; quoted as RFC 4180 says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.errors import InvalidFact, UnreadableDocument
from allygraph.loaders.curated.checking import Checker
from allygraph.loaders.curated.entries import FIELDS, NAMES, Entry, Name, Sheet, Value
from allygraph.loaders.curated.wording import not_allowed

__all__ = ["Row", "column_names", "read_csv", "rows_of"]

_KINDS = tuple(f"{end}_kind" for end in NAMES)
_COLUMNS = (*FIELDS, *_KINDS, "source")
_NEEDED = ("subject", "relation", "object")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, its characters without the line end, the line where it begins."""

    cells: tuple[Value, ...]
    start: int
    end: int
    line: int


def read_csv(text: str, checker: Checker) -> Sheet:
    """The facts of a CSV file as written; raises UnreadableDocument where a needed column or every row is missing."""
    header, *rows = rows_of(text)
    columns = column_names(header)
    missing = ", ".join(f"'{name}'" for name in _NEEDED if name not in columns)
    if missing:
        raise UnreadableDocument(
            checker.path, f"The table has no column {missing}.", f"Allowed: {', '.join(_COLUMNS)}."
        )
    if not rows:
        raise UnreadableDocument(checker.path, "The table has a header and no rows.", "Write one row per fact.")
    unknown = [name for name in columns if name and name not in _COLUMNS]
    problems = [checker.invalid(header.line, not_allowed("column", name, _COLUMNS)) for name in unknown]
    entries = []
    for row in rows:
        try:
            entries.append(_entry(row, columns, checker))
        except InvalidFact as problem:
            problems.append(problem)
    return Sheet(tuple(entries), problems=tuple(problems))


def column_names(header: Row) -> list[str]:
    """The names of the columns in the form of the model."""
    return [cell.text.casefold().replace(" ", "_") for cell in header.cells]


def rows_of(text: str) -> Iterator[Row]:
    """The rows that are not blank, in order."""
    first = text.lstrip().partition("\n")[0]
    comma = max(",;\t", key=first.count)
    cell = re.compile(rf' *"(?P<quoted>(?:[^"]|"")*)" *(?=[{comma}\n]|\Z)|(?P<plain>[^{comma}\n]*)')
    at, line = 0, 1
    while at < len(text):
        start, cells = at, list[Value]()
        while found := cell.match(text, at):
            cells.append(_value(found, line + text.count("\n", start, at)))
            at = found.end() + 1
            if text[found.end() : at] != comma:
                break
        at -= 1
        if any(value.text for value in cells):
            yield Row(tuple(cells), start, at, line)
        at += 1
        line += text.count("\n", start, at)


def _value(found: re.Match[str], line: int) -> Value:
    name = "plain" if found["quoted"] is None else "quoted"
    raw, start = found[name], found.start(name)
    start += len(raw) - len(raw.lstrip())
    words = raw.strip().replace('""', '"') if name == "quoted" else raw.strip()
    return Value(words, start, start + len(raw.strip()), line)


def _entry(row: Row, columns: Sequence[str], checker: Checker) -> Entry:
    if any(cell.text for cell in row.cells[len(columns) :]):
        raise checker.invalid(
            row.line, f"found {len(row.cells)} values, expected {len(columns)}; quote values that hold commas."
        )
    values = {column: cell for column, cell in zip(columns, row.cells, strict=False) if cell.text}
    names = {end: Name(values[end], values.get(f"{end}_kind")) for end in NAMES if end in values}
    rest = {column: cell for column, cell in values.items() if column in FIELDS and column not in NAMES}
    return Entry(names, rest, row.start, row.end, row.line)
