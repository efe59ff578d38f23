"""Scoring: what counts as right, wrong and missed; the same figures as the judge of extraction."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.errors import InputError
from allygraph.loaders.evaluation import evaluate_engine, evaluate_predictions

SHARED = Path(__file__).parents[3] / "shared" / "eval"
GOLD = Path(__file__).parents[1] / "data" / "gold"
ALPHA = {"id": "a", "type": "Organisation", "name": "Alpha Steel Ltd", "mentions": ["Alpha"]}
BETA = {"id": "b", "type": "Organisation", "name": "Beta Rail", "mentions": []}
GAMMA = {"id": "c", "type": "Place", "name": "Gammaville", "mentions": []}
DEAL = {"subject": "a", "relation": "PARTNERS_WITH", "object": "b", "status": "signed", "date": "2024-05"}
SEAT = {"subject": "b", "relation": "BASED_IN", "object": "c", "status": "active"}


def write(folder: Path, entities: list[Any], facts: list[Any], **more: Any) -> Path:
    folder.mkdir(exist_ok=True)
    record = {"doc": "one", "entities": entities, "facts": facts, **more}
    (folder / "one.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    """Every entity and fact is found, with its qualifiers."""
    gold = write(tmp_path / "gold", [ALPHA, BETA, GAMMA], [DEAL, SEAT])
    score = evaluate_predictions(gold, gold)
    assert (score.entities.f1, score.facts.f1) == (1.0, 1.0)
    assert score.qualifiers == {"status": (2, 2), "date": (1, 1)}


def test_names_are_folded_and_symmetric_facts_turned(tmp_path: Path) -> None:
    """Legal forms and articles do not count; a partnership is right either way round."""
    gold = write(tmp_path / "gold", [ALPHA, BETA], [DEAL])
    found = [{**ALPHA, "id": "x", "name": "the ALPHA STEEL"}, {**BETA, "id": "y"}]
    turned = {**DEAL, "subject": "y", "object": "x", "status": "planned"}
    score = evaluate_predictions(gold, write(tmp_path / "found", found, [turned]))
    assert score.facts.right == 1
    assert score.qualifiers["status"] == (0, 1)


def test_a_second_entity_for_the_same_is_wrong(tmp_path: Path) -> None:
    """Two predicted entities for one gold entity: one right, one wrong."""
    gold = write(tmp_path / "gold", [ALPHA], [])
    twice = [{**ALPHA, "id": "x", "mentions": []}, {**ALPHA, "id": "y", "name": "Alpha", "mentions": []}]
    score = evaluate_predictions(gold, write(tmp_path / "found", twice, []))
    assert (score.entities.right, score.entities.wrong) == (1, 1)


def test_optional_facts_are_neither_hit_nor_error(tmp_path: Path) -> None:
    """A defensible reading is not counted at all."""
    gold = write(tmp_path / "gold", [ALPHA, BETA, GAMMA], [DEAL], optional_facts=[SEAT])
    score = evaluate_predictions(gold, write(tmp_path / "found", [ALPHA, BETA, GAMMA], [DEAL, SEAT]))
    assert (score.facts.right, score.facts.wrong, score.facts.missed) == (1, 0, 0)


def test_a_missing_prediction_is_named(tmp_path: Path) -> None:
    """It counts as nothing found."""
    gold = write(tmp_path / "gold", [ALPHA], [])
    (tmp_path / "found").mkdir()
    score = evaluate_predictions(gold, tmp_path / "found")
    assert score.missing == ("one.json",)
    assert score.entities.missed == 1


@pytest.mark.parametrize("text", ["{", "[]", '{"entities": []}'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    """The error names the file that cannot be read."""
    gold = write(tmp_path / "gold", [ALPHA], [])
    found = write(tmp_path / "found", [], [])
    (found / "one.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.json"):
        evaluate_predictions(gold, found)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    """An empty folder is no gold."""
    with pytest.raises(InputError, match="no gold facts"):
        evaluate_engine(tmp_path, "rules")


@pytest.mark.skipif(not SHARED.exists(), reason="the gold facts are not beside this checkout")
@pytest.mark.parametrize(("folder", "entities", "facts"), [("seeds", 0.93, 0.85), ("dev", 0.90, 0.60)])
def test_rules_reach_what_was_promised(folder: str, entities: float, facts: float) -> None:
    """The rules keep the level that docs/extraction.md states, with some room below it."""
    score = evaluate_engine(SHARED / folder, "rules")
    assert score.entities.f1 >= entities
    assert score.facts.f1 >= facts


@pytest.mark.parametrize(("folder", "entities", "facts"), [("a", 0.95, 0.80), ("b", 0.90, 0.35), ("c", 0.85, 0.25)])
def test_rules_keep_their_level_on_our_own_texts(folder: str, entities: float, facts: float) -> None:
    """A change that loses much of what was found shows itself here, also where the shared texts are not."""
    score = evaluate_engine(GOLD / folder, "rules")
    assert score.entities.f1 >= entities
    assert score.facts.f1 >= facts


@pytest.mark.skipif(not SHARED.exists(), reason="the judge of extraction is not beside this checkout")
def test_figures_are_those_of_the_judge(tmp_path: Path) -> None:
    """On real predictions every figure equals that of score.py."""
    for gold in sorted((SHARED / "seeds").glob("*.json")):
        record = json.loads(gold.read_text(encoding="utf-8"))
        record["facts"] = [fact for number, fact in enumerate(record["facts"]) if number % 4] + record["optional_facts"]
        record["entities"] = record["entities"][1:]
        (tmp_path / gold.name).write_text(json.dumps(record), encoding="utf-8")
    judge = [sys.executable, str(SHARED / "score.py"), str(SHARED / "seeds"), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(judge, capture_output=True, text=True, check=True).stdout)
    ours = evaluate_predictions(SHARED / "seeds", tmp_path)
    for name in ("entities", "facts", "facts_without_roles"):
        ratio = getattr(ours, name)
        assert (ratio.right, ratio.wrong, ratio.missed) == tuple(theirs[name][key] for key in ("tp", "fp", "fn"))
        assert (ratio.precision, ratio.recall, ratio.f1) == tuple(
            theirs[name][key] for key in ("precision", "recall", "f1")
        )
    assert {name: f"{right}/{asked}" for name, (right, asked) in ours.qualifiers.items()} == theirs["qualifiers"]
