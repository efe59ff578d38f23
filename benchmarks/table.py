"""What a benchmark prints: one row per comparison, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """A comparison in one run. `ratio` is what ours takes in units of what the peer takes: below 1, ours takes less.

    `peer` and `ratio` are None where the peer is not installed. `figures` are the numbers behind the words, `target`
    what was aimed at and whether it was reached.
    """

    what: str
    ours: str
    peer: str | None
    ratio: float | None
    figures: Mapping[str, float] = field(default_factory=dict)
    target: str = ""


def print_table(rows: Iterable[Row]) -> None:
    """Prints each row as soon as it is measured; the ratio stands last."""
    print(f"{'':<38}{'ours':<42}{'peer':<48}{'target':<34}{'ratio':>8}")
    for row in rows:
        ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
        print(f"{row.what:<38}{row.ours:<42}{row.peer or '-':<48}{row.target:<34}{ratio:>8}", flush=True)


def print_json(rows: Iterable[Row]) -> None:
    """Prints all rows as one JSON list."""
    print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
