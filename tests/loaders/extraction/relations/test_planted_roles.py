"""Roles planted in sentences of our own, across trades."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.loaders.extraction.relations.marked import claims_of
from tests.loaders.extraction.relations.test_planted import _planted

PLANTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("planted_roles.yaml").read_text(encoding="utf-8")
)
CASES = [case for cases in PLANTED.values() for case in cases]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_planted_roles_and_no_others(case: dict[str, Any]) -> None:
    """Every planted role is found with what is said of it, and no other role is."""
    claims = claims_of(*case.get("told", ()), case["text"])
    roles = [claim for claim in claims if claim.predicate == "HAS_ROLE" and claim.polarity == "positive"]
    wanted = dict(_planted(fact) for fact in case.get("facts", ()))
    assert {(claim.subject, "HAS_ROLE", claim.object) for claim in roles} == set(wanted)
    for ends, qualifiers in wanted.items():
        told = [claim for claim in roles if (claim.subject, "HAS_ROLE", claim.object) == ends]
        for name, value in qualifiers.items():
            assert str(value) in {str(getattr(claim, name)) for claim in told}, name
