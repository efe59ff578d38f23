"""What is scored: an engine that is run on the texts of a gold folder, or a folder of predictions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from allygraph.graph.errors import InputError
from allygraph.graph.model import Skipped
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.evaluation.judging import JudgedDocument, judge
from allygraph.loaders.evaluation.records import Record, gold_paths, read_record, unknown_ends
from allygraph.loaders.evaluation.scoring import Score, score_documents
from allygraph.loaders.extraction import Engine, Extraction, to_prediction
from allygraph.loaders.extraction import engine as engine_named

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Run:
    """One engine, or one folder of predictions, judged. `name` is that of the engine or folder."""

    name: str
    documents: tuple[JudgedDocument, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Runs over the same gold folder; `warnings` are sentences for the reader."""

    gold: Path
    runs: tuple[Run, ...]
    warnings: tuple[str, ...]


def evaluate(gold: Path, sources: Sequence[str | Engine | Path], progress: Progress | None = None) -> Evaluation:
    """Scores each of `sources`: an engine or its name (text, "" for the default) or a folder of predictions (Path).

    `progress` is told the name of each document that an engine has read. Raises InputError for gold facts or
    predictions that cannot be read, and for a text that an engine needs and that is not there; UnknownName for an
    engine.
    """
    paths = gold_paths(gold)
    wanted = {path.stem: read_record(path) for path in paths}
    # All of them before the first is run: a name that is wrong should not cost the time of the one before.
    predictors = [_folder(each) if isinstance(each, Path) else _engine(each, progress) for each in sources]
    runs = []
    for (_, predict), name in zip(predictors, _names(sources, predictors), strict=True):
        judged = tuple(judge(path.stem, wanted[path.stem], predict(path, wanted[path.stem])) for path in paths)
        runs.append(Run(name, judged, score_documents(judged)))
    return Evaluation(gold, tuple(runs), tuple(_warnings(wanted, runs)))


def gold_texts(gold: Path) -> dict[str, str]:
    """The texts beside gold facts, as an engine reads them, by the name of the document; unreadable ones left out."""
    read = {path.stem: _read_text(path) for path in gold_paths(gold)}
    return {name: found.document.text for name, found in read.items() if isinstance(found, ReadDocument)}


def evaluate_engine(gold: Path, engine: str) -> Score:
    """Runs an engine on every NAME.txt of a gold folder and scores what it finds."""
    return evaluate(gold, [engine]).runs[0].score


def evaluate_predictions(gold: Path, predicted: Path) -> Score:
    """Scores a folder of predictions, one NAME.json for each of the gold folder."""
    return evaluate(gold, [predicted]).runs[0].score


_Predict = Callable[[Path, Record], Record | None]


def _engine(engine: str | Engine, progress: Progress | None) -> tuple[str, _Predict]:
    if isinstance(engine, str):
        engine = engine_named(engine) if engine else engine_named()
    extractor = engine
    return extractor.name, lambda path, wanted: _extracted(extractor, path, wanted, progress)


def _extracted(extractor: Engine, path: Path, wanted: Record, progress: Progress | None) -> Record | None:
    """What the engine finds; the day of publication is that of the gold where the text does not tell it."""
    text, read = path.with_suffix(".txt"), _read_text(path)
    if read is None:
        remedy = f"An engine reads the text: put it there, or remove {path.name}."
        raise InputError(str(text), f"There is no {text.name} beside {path}.", remedy)
    if isinstance(read, Skipped):
        raise InputError(str(text), f"{text} cannot be read: {read.reason}", "Mend the text.")
    try:
        published = read.document.published or wanted.get("published")
        extraction = extractor.extract(replace(read.document, published=published), read.passages)
    except InputError:
        # No usable answer of a language model: the document counts as missed, with a warning.
        return None
    if progress:
        progress(path.stem)
    return {**to_prediction(read.document, extraction), "denied_facts": list(_denied(read, extraction))}


def _denied(read: ReadDocument, extraction: Extraction) -> Iterator[Record]:
    """What the engine read as a denial: predictions leave it out, but whoever looks for errors wants to see it."""
    for claim in extraction.claims:
        for target in (claim.object, claim.counterpart):
            if claim.polarity == "negative" and target:
                passage = read.passages[claim.passage]
                ends = {"subject": claim.subject, "relation": claim.predicate, "object": target}
                yield {**ends, "evidence": passage.text, "start": passage.start, "confidence": claim.confidence}


def _folder(folder: Path) -> tuple[str, _Predict]:
    if not folder.is_dir():
        raise InputError(str(folder), f"There is no folder {folder}.", "Give the folder of the predictions.")
    return folder.absolute().name, lambda path, _: _predicted(folder / path.name)


def _predicted(path: Path) -> Record | None:
    return read_record(path) if path.exists() else None


def _read_text(path: Path) -> ReadDocument | Skipped | None:
    """The text beside gold facts; None where there is none."""
    text = path.with_suffix(".txt")
    return next(iter(read_inputs([text])), None) if text.exists() else None


def _names(sources: Sequence[str | Engine | Path], predictors: Sequence[tuple[str, _Predict]]) -> list[str]:
    """Short names; whole paths where the last part of two is the same, and a number where even these are."""
    names = [name for name, _ in predictors]
    if len(set(names)) < len(names):
        names = [str(source) if isinstance(source, Path) else name for source, name in zip(sources, names, strict=True)]
    return [f"{name} ({names[:at].count(name) + 1})" if name in names[:at] else name for at, name in enumerate(names)]


def _warnings(wanted: Mapping[str, Record], runs: Sequence[Run]) -> Iterator[str]:
    for name, record in wanted.items():
        for end in unknown_ends(record):
            yield f"{name}.json, {end}; such a fact cannot be found."
    for run in runs:
        missing = run.score.missing
        if missing:
            listed = ", ".join(missing[:5]) + (", ..." if len(missing) > 5 else "")
            yield (
                f"{run.name} lacks {len(missing)} of {run.score.documents} documents, "
                f"whose entities and facts count as missed: {listed}."
            )
