"""`load` and `extract`: documents in."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from allygraph.commands.console import extraction, say, show, workspace
from allygraph.commands.main import FAILED, app
from allygraph.graph.errors import InputError
from allygraph.graph.model import LoadResult, Skipped
from allygraph.loaders.documents import read_inputs
from allygraph.loaders.extraction import DEFAULT_ENGINE
from allygraph.loaders.extraction import Engine as Extractor
from allygraph.loaders.extraction.prediction import to_prediction

Paths = Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")]
Engine = Annotated[str, typer.Option(help="The extraction engine.")]


@app.command()
def load(
    paths: Paths,
    engine: Engine = DEFAULT_ENGINE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as one JSON object.")] = False,
) -> None:
    """Load documents, registries and curated facts; the format is found by content.

    Example: `allygraph load newsletters/ notes.yaml`
    """
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with (
        extraction(engine) as extractor,
        workspace() as graph,
        Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar,
    ):
        task = bar.add_task("Loading ...")
        result = graph.load(
            *paths, engine=extractor, progress=lambda path: bar.update(task, description=f"Loaded {path}")
        )
    for skipped in result.skipped:
        say(f"Skipped {skipped.path}: {skipped.reason}")
    show(json.dumps(asdict(result), ensure_ascii=False)) if as_json else say(_summary(result))
    if result.skipped:
        raise typer.Exit(FAILED)


def _summary(result: LoadResult) -> str:
    held = ", ".join(
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (result.documents, "document", "documents"),
            (result.claims, "claim", "claims"),
            (result.entities, "entity", "entities"),
            (result.facts, "fact", "facts"),
        )
    )
    return f"{held}: {result.created} created, {result.changed} changed, {result.unchanged} unchanged."


@app.command()
def extract(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")],
    engine: Engine = DEFAULT_ENGINE,
) -> None:
    """Extract entities and facts without a server, one JSON file per document.

    Example: `allygraph extract newsletters/ -o extracted/`
    """
    with extraction(engine) as extractor:
        failed = _extract_into(output, paths, extractor)
    if failed:
        raise typer.Exit(FAILED)


def _extract_into(output: Path, paths: list[str], extractor: Extractor) -> bool:
    """Writes one file per document; true where something had to be skipped."""
    output.mkdir(parents=True, exist_ok=True)
    written: dict[str, str] = {}
    failed = False
    for item in read_inputs(paths):
        if isinstance(item, Skipped):
            say(f"Skipped {item.path}: {item.reason}")
            failed = True
            continue
        try:
            found = item.extraction or extractor.extract(item.document, item.passages)
        except InputError as error:
            say(f"Skipped {item.path}: {error}")
            failed = True
            continue
        name = "stdin" if item.path == "-" else Path(item.path.rstrip("/")).stem
        if name in written:
            raise InputError(
                item.path,
                f"{item.path} and {written[name]} would both become {name}.json.",
                "Extract them into two folders.",
            )
        written[name] = item.path
        text = json.dumps(to_prediction(item.document, found), ensure_ascii=False, indent=1)
        (output / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    say(f"{len(written)} documents extracted into {output}.")
    return failed
