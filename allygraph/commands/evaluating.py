"""`evaluate`: how well an engine finds what a careful reader found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from allygraph.commands.console import Format, extraction, say
from allygraph.commands.main import app
from allygraph.commands.scores import print_evaluation
from allygraph.loaders.evaluation import Evaluation
from allygraph.loaders.evaluation import evaluate as evaluate_sources
from allygraph.loaders.extraction.engines import DEFAULT_ENGINE

Predicted = Annotated[list[Path] | None, typer.Option(help="A folder of NAME.json to score; may be given twice.")]
Engines = Annotated[list[str] | None, typer.Option("--engine", help="An extraction engine; may be given twice.")]


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder with NAME.txt and NAME.json, the gold facts.")],
    predicted: Predicted = None,
    engines: Engines = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How figures are printed.")] = Format.table,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    errors: Annotated[Path | None, typer.Option(help="Also write a page (.html) with every fact in its text.")] = None,
) -> None:
    """Score extraction against gold facts, without a server: precision, recall and F1 of entities and facts.

    Two engines or folders are set side by side, engines first. Without any, the default engine is run.

    Example: `allygraph evaluate gold/ --engine rules --predicted extracted/ --errors errors.html`
    """
    if len(engines or ()) + len(predicted or ()) > 2:
        raise typer.BadParameter("At most two engines or folders can be set side by side.")
    if errors and errors.suffix.lower() not in (".html", ".htm"):
        # Said before an engine has spent its time.
        raise typer.BadParameter(f"An error page is written as .html, not '{errors.suffix}'.")
    with ExitStack() as opened:
        named = engines or ([] if predicted else [DEFAULT_ENGINE])
        sources = [*(opened.enter_context(extraction(name)) for name in named), *(predicted or ())]
        with _progress() as told:
            evaluation = evaluate_sources(gold, sources, told)
    for warning in evaluation.warnings:
        say(f"Warning: {warning}")
    if errors:
        _write_errors(evaluation, errors)
    print_evaluation(evaluation, Format.json if as_json else form)


def _write_errors(evaluation: Evaluation, path: Path) -> None:
    from allygraph.workspace import save_errors  # brings the database driver along, which the figures do not need

    say(f"Every fact in its text: {save_errors(evaluation, path)}")


class _Bar:
    """Says which document was read last."""

    def __init__(self, bar: Progress) -> None:
        self._bar, self._task = bar, bar.add_task("Reading ...")

    def __call__(self, name: str) -> None:
        self._bar.update(self._task, description=f"Read {name}")


@contextmanager
def _progress() -> Iterator[_Bar]:
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield _Bar(bar)
