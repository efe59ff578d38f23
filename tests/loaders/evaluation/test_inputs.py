"""Gold facts and predictions that cannot be used: the message names the file and the key."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.errors import InputError, UnknownName
from allygraph.loaders.evaluation import evaluate

OURS = Path(__file__).parents[2] / "data" / "evaluation"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A copy of the small case to spoil."""
    return shutil.copytree(OURS / "gold", tmp_path / "gold")


def rewrite(path: Path, **more: Any) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, **more}), encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"entities": None}, "'entities' is null"),
        ({"entities": [{"id": "e1"}]}, r"entities\[0\]\.name is missing"),
        ({"entities": [{"id": 1, "name": "A"}]}, r"entities\[0\]\.id is a number"),
        ({"entities": [{"id": "e1", "name": "A", "mentions": "A"}]}, r"entities\[0\]\.mentions"),
        ({"facts": {}}, "'facts' is an object"),
        ({"facts": ["a fact"]}, r"facts\[0\] is text"),
        ({"facts": [{"subject": "e1", "object": "e2"}]}, r"facts\[0\]\.relation is missing"),
        ({"optional_facts": [{"relation": []}]}, r"optional_facts\[0\]\.subject is missing"),
    ],
)
def test_a_malformed_key_is_named(gold: Path, more: dict[str, Any], named: str) -> None:
    """With the file, the place in the list, what was found and what was expected."""
    rewrite(gold / "two.json", **more)
    with pytest.raises(InputError, match=rf"two\.json: {named}"):
        evaluate(gold, [OURS / "found"])


def test_an_engine_needs_the_text(gold: Path) -> None:
    """Predictions can be scored without it."""
    (gold / "two.txt").unlink()
    with pytest.raises(InputError, match=r"There is no two\.txt beside"):
        evaluate(gold, ["rules"])
    assert evaluate(gold, [OURS / "found"]).runs[0].score.documents == 2


def test_a_text_that_cannot_be_read_is_named(gold: Path) -> None:
    """With the reason that loading would give."""
    (gold / "two.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"two\.txt cannot be read: The file is empty"):
        evaluate(gold, ["rules"])


def test_folders_that_are_not_there_are_named(gold: Path, tmp_path: Path) -> None:
    """Both the gold and the predictions."""
    for arguments in ((tmp_path / "gone", ["rules"]), (gold, [tmp_path / "gone"])):
        with pytest.raises(InputError, match="There is no folder"):
            evaluate(*arguments)


def test_an_unknown_engine_is_named_before_any_work(gold: Path) -> None:
    """The error of the engines, with the names that there are."""
    with pytest.raises(UnknownName, match="rules"):
        evaluate(gold, ["rules", "rulez"])


def test_lacking_documents_and_unknown_ends_are_warned_of(gold: Path) -> None:
    """They count as missed all the same."""
    record = json.loads((gold / "two.json").read_text(encoding="utf-8"))
    rewrite(gold / "two.json", facts=[{**record["facts"][0], "object": "e9"}])
    evaluation = evaluate(gold, [OURS / "found"])
    assert [warning.split(";")[0].split(",")[0] for warning in evaluation.warnings] == [
        "two.json",
        "found lacks 1 of 2 documents",
    ]
    assert "facts[0].object: no entity has the id 'e9'" in evaluation.warnings[0]
    assert evaluation.runs[0].score.per_document["two"].facts.missed == 1
