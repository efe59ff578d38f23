"""What a question gives: named, typed columns and plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allygraph.queries.question import Column

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question in its order, each as long as `columns`. Lists in a row hold strings or dictionaries."""

    question: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def to_records(self) -> list[dict[str, Any]]:
        """A dictionary per row, by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def to_frame(self) -> pandas.DataFrame:
        """A DataFrame with one row per row, also when there is none; imports pandas."""
        import pandas

        return pandas.DataFrame(list(self.rows), columns=[column.name for column in self.columns])
