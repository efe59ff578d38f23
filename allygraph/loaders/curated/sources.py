"""A table of facts whose rows name several sources is read as one document for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.loaders.curated.csv_facts import column_names, rows_of

__all__ = ["Part", "parts_by_source"]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one source under the header; `lines` gives the line in the file for each line of `text`."""

    text: str
    source: str | None
    lines: tuple[int, ...] = ()


def parts_by_source(text: str) -> Iterator[Part]:
    """The parts of a CSV text, in order of their first rows; the text as it is where all rows name the same source."""
    header, *rows = rows_of(text)
    columns = column_names(header)
    at = columns.index("source") if "source" in columns else len(columns)
    named = [row.cells[at].text if at < len(row.cells) else "" for row in rows]
    sources = list(dict.fromkeys(named))
    if len(sources) < 2:
        yield Part(text, sources[0] or None if sources else None)
        return
    for source in sources:
        chosen = [header, *(row for row, name in zip(rows, named, strict=True) if name == source)]
        stretches = [text[row.start : row.end] for row in chosen]
        lines = [
            row.line + more
            for row, words in zip(chosen, stretches, strict=True)
            for more in range(words.count("\n") + 1)
        ]
        yield Part("\n".join(stretches) + "\n", source or None, tuple(lines))
