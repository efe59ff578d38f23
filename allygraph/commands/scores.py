"""Printing the figures of an evaluation as tables, JSON or CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from allygraph.commands.console import Format, show
from allygraph.commands.score_lines import differences, nested, score_lines
from allygraph.commands.score_tables import print_tables
from allygraph.loaders.evaluation import Evaluation, Run, difference

#: The columns of the CSV; a figure that a row does not have is empty.
_COLUMNS = (
    *("run", "table", "row", "right", "wrong", "missed", "of"),
    *("precision", "recall", "f1", "share", "confidence"),
)


def print_evaluation(evaluation: Evaluation, form: Format) -> None:
    """Prints the score of one run, or of two side by side with the difference, the second less the first."""
    if form is Format.json:
        show(json.dumps(_object(evaluation), ensure_ascii=False, indent=2))
    elif form is Format.csv:
        _print_csv(evaluation.runs)
    else:
        print_tables(evaluation.runs)


def _object(evaluation: Evaluation) -> dict[str, Any]:
    first, *others = evaluation.runs
    if not others:
        return asdict(first.score)
    runs = [{"name": run.name, **asdict(run.score)} for run in evaluation.runs]
    found = {**asdict(difference(first, others[0])), "figures": nested(differences(evaluation.runs))}
    return {"runs": runs, "difference": found}


def _print_csv(runs: Sequence[Run]) -> None:
    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for name, lines in [*((run.name, score_lines(run.score)) for run in runs), ("difference", differences(runs))]:
        writer.writerows({"run": name, "table": line.table, "row": line.row, **line.values} for line in lines)
