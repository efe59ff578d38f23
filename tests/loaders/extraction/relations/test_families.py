"""Many phrasings of each relation, and sentences that state none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.loaders.extraction.relations.marked import claims_of
from tests.loaders.extraction.relations.test_planted import _found, _planted, _says

FAMILIES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("families.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_phrasing_states_its_facts_and_no_others(family: str) -> None:
    """All sentences of a family give what is planted in them, with its status, date and amount, and nothing else."""
    for case in FAMILIES[family]:
        claims = [claim for claim in claims_of(*case["text"]) if claim.polarity == "positive"]
        wanted = dict(_planted(fact) for fact in case["facts"])
        assert {_found(claim) for claim in claims} == set(wanted), case["text"]
        for ends, qualifiers in wanted.items():
            told = [claim for claim in claims if _found(claim) == ends]
            for name, value in qualifiers.items():
                assert str(value) in {str(_says(claim, name)) for claim in told}, (case["text"], name)
