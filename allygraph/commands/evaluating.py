"""`evaluate`: how well an engine finds what a careful reader found."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from allygraph.commands.console import show
from allygraph.commands.main import app
from allygraph.loaders.evaluation import Score, evaluate_engine, evaluate_predictions


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder with NAME.txt and NAME.json, the gold facts.")],
    predicted: Annotated[Path | None, typer.Option(help="NAME.json files to score; else the engine is run.")] = None,
    engine: Annotated[str, typer.Option(help="The extraction engine.")] = "rules",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score extraction against gold facts: precision, recall and F1 of entities and facts.

    Example: `allygraph evaluate gold/ --predicted extracted/`
    """
    score = evaluate_predictions(gold, predicted) if predicted else evaluate_engine(gold, engine)
    show(json.dumps(asdict(score), indent=2)) if as_json else _print(score)


def _print(score: Score) -> None:
    table = Table("", "precision", "recall", "F1", "right", "wrong", "missed", box=None)
    rows = {"entities": score.entities, "facts": score.facts, "facts without roles": score.facts_without_roles}
    for name, one in {**rows, **score.relations}.items():
        ratios = (f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}")
        table.add_row(name, *ratios, str(one.right), str(one.wrong), str(one.missed))
    Console(soft_wrap=True).print(table)
    qualifiers = ", ".join(f"{name} {right} of {all_}" for name, (right, all_) in score.qualifiers.items())
    show(f"qualifiers of the facts found: {qualifiers}")
    if score.missing:
        show(f"not predicted: {', '.join(score.missing)}")
