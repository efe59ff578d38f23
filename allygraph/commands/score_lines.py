"""The figures of an evaluation, one line each: the table, the row and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from allygraph.loaders.evaluation import Run, Score

#: The tables in the order in which they are printed, with their headings; without one, those of the first table.
HEADINGS = {
    "all": "",
    "relations": "",
    "facts of documents": "Facts of each document",
    "entities of documents": "Entities of each document",
    "qualifiers": "Qualifiers of the facts found",
    "found by": "Facts by extractor",
    "confidence": "Facts by confidence",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one table of figures; `values` by the name of the column."""

    table: str
    row: str
    values: dict[str, Any]


def nested(lines: Sequence[Line]) -> dict[str, dict[str, Any]]:
    """The values by table and row."""
    tables: dict[str, dict[str, Any]] = {}
    for line in lines:
        tables.setdefault(line.table, {})[line.row] = line.values
    return tables


def score_lines(score: Score) -> list[Line]:
    """All figures of a score, table by table in the order of `HEADINGS`."""
    ratios = {"entities": score.entities, "facts": score.facts, "facts without roles": score.facts_without_roles}
    lines = [Line("all", name, asdict(ratio)) for name, ratio in ratios.items()]
    lines += [Line("relations", name, asdict(ratio)) for name, ratio in score.relations.items()]
    for name, document in score.per_document.items():
        lines.append(Line("entities of documents", name, asdict(document.entities)))
        lines.append(Line("facts of documents", name, asdict(document.facts)))
    for name, (right, asked) in score.qualifiers.items():
        lines.append(Line("qualifiers", name, {"right": right, "of": asked, "share": round(right / asked, 3)}))
    for name, found in score.found_by.items():
        lines.append(Line("found by", name, asdict(found)))
    for band in score.calibration:
        values = {"right": band.right, "wrong": band.wrong, "confidence": band.stated, "share": band.share}
        lines.append(Line("confidence", f"{band.low:.1f} to {band.high:.1f}", values))
    return sorted(lines, key=lambda line: list(HEADINGS).index(line.table))


def differences(runs: Sequence[Run]) -> list[Line]:
    """The figures of the second run less those of the first, for the rows that both have."""
    if len(runs) < 2:
        return []
    before = {(line.table, line.row): line.values for line in score_lines(runs[0].score)}
    return [
        Line(line.table, line.row, {name: _less(value, old[name]) for name, value in line.values.items()})
        for line in score_lines(runs[1].score)
        if (old := before.get((line.table, line.row)))
    ]


def _less(one: Any, other: Any) -> Any:
    return round(one - other, 3)
