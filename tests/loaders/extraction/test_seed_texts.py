"""The rules engine on the two texts that every release must get right."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from allygraph.loaders.documents.text import read_text
from allygraph.loaders.extraction import engine, to_prediction

EVAL = Path(__file__).parents[3].parent / "shared" / "eval"


@pytest.mark.skipif(not EVAL.is_dir(), reason="the shared evaluation folder is not beside the repository")
def test_the_seed_facts_are_found_with_their_qualifiers(tmp_path: Path) -> None:
    """Facts reach F1 0.78, and what was found carries the right date and amount."""
    for path in (EVAL / "seeds").glob("*.txt"):
        document, passages = read_text(path.read_text(encoding="utf-8"), name=path.name)
        prediction = to_prediction(document, engine("rules").extract(document, passages))
        tmp_path.joinpath(f"{path.stem}.json").write_text(json.dumps(prediction), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    result = scorer.score(EVAL / "seeds", tmp_path)
    assert result["facts"]["f1"] >= 0.78
    right, all_of = result["qualifiers"]["date"].split("/")
    assert right == all_of
