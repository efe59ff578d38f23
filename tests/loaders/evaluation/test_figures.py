"""The figures of an evaluation: equal to those of the judge, and what is counted beside them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.evaluation import Band, FinderScore, Ratio, Score, difference, evaluate, evaluate_predictions
from allygraph.loaders.extraction import engine, to_prediction

DATA = Path(__file__).parents[2] / "data"
OURS = DATA / "evaluation"
SHARED = Path(__file__).parents[4] / "shared" / "eval"
beside = pytest.mark.skipif(not SHARED.exists(), reason="the judge of extraction is not beside this checkout")


def as_judged(score: Score) -> dict[str, Any]:
    """The score under the names that the judge prints."""

    def named(ratio: Ratio) -> dict[str, Any]:
        counts = {"tp": ratio.right, "fp": ratio.wrong, "fn": ratio.missed}
        return {"precision": ratio.precision, "recall": ratio.recall, "f1": ratio.f1, **counts}

    return {
        "documents": score.documents,
        "missing": list(score.missing),
        "entities": named(score.entities),
        "facts": named(score.facts),
        "facts_without_roles": named(score.facts_without_roles),
        "relations": {name: named(ratio) for name, ratio in score.relations.items()},
        "qualifiers": {name: f"{right}/{asked}" for name, (right, asked) in score.qualifiers.items()},
    }


def judged(gold: Path, found: Path) -> Any:
    """What the judge prints."""
    judge = [sys.executable, str(SHARED / "score.py"), str(gold), str(found), "--json"]
    return json.loads(subprocess.run(judge, capture_output=True, text=True, check=True).stdout)


def test_figures_of_a_small_case() -> None:
    """Turned facts, second entities, defensible readings, strangers and a document without prediction."""
    expected = json.loads((OURS / "figures.json").read_text(encoding="utf-8"))
    assert as_judged(evaluate_predictions(OURS / "gold", OURS / "found")) == expected


@beside
def test_the_judge_counts_the_small_case_likewise() -> None:
    """The expected figures are not of our own making."""
    assert judged(OURS / "gold", OURS / "found") == json.loads((OURS / "figures.json").read_text(encoding="utf-8"))


@beside
@pytest.mark.parametrize("gold", [SHARED / "seeds", SHARED / "dev", DATA / "gold" / "c"], ids=lambda path: path.name)
def test_an_engine_gets_the_figures_of_the_judge(gold: Path, tmp_path: Path) -> None:
    """Run here or scored from files, an engine has every figure that the judge gives it."""
    for read in read_inputs(sorted(gold.glob("*.txt"))):
        assert isinstance(read, ReadDocument)
        # The day of publication is told beside the gold facts where the text is silent.
        told = json.loads(Path(read.path).with_suffix(".json").read_text(encoding="utf-8"))
        published = read.document.published or told["published"]
        document = replace(read.document, published=published)
        prediction = to_prediction(document, engine("rules").extract(document, read.passages))
        (tmp_path / f"{Path(read.path).stem}.json").write_text(json.dumps(prediction), encoding="utf-8")
    theirs = judged(gold, tmp_path)
    for run in evaluate(gold, ["rules", tmp_path]).runs:
        assert as_judged(run.score) == theirs


def test_documents_extractors_and_confidence() -> None:
    """Each is counted by itself; defensible readings and repeated facts count nowhere."""
    score = evaluate_predictions(OURS / "gold", OURS / "found")
    assert (score.per_document["one"].facts.right, score.per_document["two"].facts.missed) == (1, 2)
    assert score.per_document["two"].entities.missed == 3
    assert score.found_by == {
        "model": FinderScore(0, 1, 0.0),
        "not stated": FinderScore(0, 1, 0.0),
        "rules": FinderScore(0, 1, 0.0),
        "rules+model": FinderScore(1, 0, 1.0),
    }
    assert score.calibration == (
        Band(0.5, 0.6, 0, 1, 0.55, 0.0),
        Band(0.6, 0.7, 0, 1, 0.65, 0.0),
        Band(0.9, 1.0, 1, 1, 0.95, 0.5),
    )


@pytest.mark.parametrize(("stated", "bands"), [(1.0, 1), (0.9, 1), (0, 1), (True, 0), (1.2, 0), ("sure", 0), (None, 0)])
def test_confidence_that_is_no_share_is_left_out(tmp_path: Path, stated: object, bands: int) -> None:
    """1 falls in the last band; what is no number from 0 to 1 in none."""
    record = json.loads((OURS / "gold" / "two.json").read_text(encoding="utf-8"))
    record["facts"] = [{**record["facts"][0], "confidence": stated}]
    (tmp_path / "two.json").write_text(json.dumps(record), encoding="utf-8")
    score = evaluate_predictions(OURS / "gold", tmp_path)
    assert len(score.calibration) == bands


def test_difference_of_two_runs(tmp_path: Path) -> None:
    """What one finds and the other not, wrong facts compared by the names of their ends."""
    shutil.copytree(OURS / "found", tmp_path / "other")
    record = json.loads((tmp_path / "other" / "one.json").read_text(encoding="utf-8"))
    renamed = {"w": "e1", "b": "e2"}
    for entity in record["entities"]:
        entity["id"] = renamed.get(entity["id"], entity["id"])
    for fact in record["facts"]:
        fact.update({end: renamed.get(fact[end], fact[end]) for end in ("subject", "object")})
    del record["facts"][2], record["facts"][0]
    (tmp_path / "other" / "one.json").write_text(json.dumps(record), encoding="utf-8")
    found = difference(*evaluate(OURS / "gold", [OURS / "found", tmp_path / "other"]).runs)
    assert (found.wrong_first, found.wrong_second, found.wrong_both) == (1, 0, 2)
    # The second fact between the partners, with another status, takes the place of the one that is gone.
    assert (found.right_first, found.right_second, found.right_both, found.missed_both) == (0, 0, 1, 4)


def test_runs_have_names_of_their_own() -> None:
    """Short where that tells them apart; the whole path, or a number, where it does not."""
    runs = evaluate(OURS / "gold", ["rules", OURS / "found"]).runs
    assert [run.name for run in runs] == ["rules", "found"]
    twice = evaluate(OURS / "gold", [OURS / "found", OURS / "found"]).runs
    assert [run.name for run in twice] == [str(OURS / "found"), f"{OURS / 'found'} (2)"]
