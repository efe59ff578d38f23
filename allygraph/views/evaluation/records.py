"""What an error page shows. Entities and facts are records of the evaluation format, by key, as they were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ErrorVerdict:
    """What one run makes of a fact: `kind` is right, wrong, missed, optional or denied; `said` is its own record."""

    kind: str
    said: Record | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ErrorFact:
    """A fact of the gold, or of a prediction where the gold has none; `verdicts` by run, None where one is silent."""

    record: Record
    subject: Record
    object: Record
    verdicts: tuple[ErrorVerdict | None, ...]


@dataclass(frozen=True, slots=True)
class ErrorDocument:
    """A document with its facts; `text` is None where there is none to show.

    `missed` and `wrong` are names of entities, one tuple for each run.
    """

    name: str
    gold: Record
    text: str | None
    facts: tuple[ErrorFact, ...]
    missed: tuple[tuple[str, ...], ...]
    wrong: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RunFigures:
    """The name of a run, and precision, recall and F1 of its entities and facts, 0 to 1."""

    name: str
    entities: tuple[float, float, float]
    facts: tuple[float, float, float]
