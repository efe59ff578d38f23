"""Runs the benchmarks and prints a table of ratios."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from allygraph.loaders.extraction import engine_names
from benchmarks.extraction import ENGINES, FULL, SMALL, extraction_rows
from benchmarks.table import Row, print_json, print_table


def main() -> None:
    """Prints one row per comparison: what, ours, the peer's, what was aimed at, ours in units of the peer's."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=("all", "extraction", "store", "explorer", "drawing"), default="all")
    parser.add_argument("--small", action="store_true", help="a size that takes seconds")
    parser.add_argument("--json", action="store_true", help="print a JSON list, with the figures behind each row")
    parser.add_argument(
        "--engine", action="append", choices=engine_names(), help="an engine to measure, once or more often"
    )
    chosen = parser.parse_args()
    rows = _rows(chosen.part, small=chosen.small, engines=chosen.engine or ENGINES)
    print_json(rows) if chosen.json else print_table(rows)


def _rows(part: str, *, small: bool, engines: Sequence[str]) -> Iterator[Row]:
    if part in ("all", "extraction"):
        yield from extraction_rows(SMALL if small else FULL, engines)
    if part in ("all", "store"):
        # Imported late: extraction is measured without a server, and without what talks to one.
        from benchmarks.store import store_rows

        yield from store_rows(10 if small else 500)
    if part in ("all", "explorer"):
        from benchmarks.explorer import explorer_rows

        yield from explorer_rows(*((200, 50, 5) if small else (100_000, 20_000, 200)))
    if part in ("all", "drawing"):
        from benchmarks.drawing import drawing_rows

        yield from drawing_rows((200,) if small else (1_000, 10_000, 100_000))


if __name__ == "__main__":
    main()
