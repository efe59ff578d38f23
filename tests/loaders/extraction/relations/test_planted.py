"""Facts planted in sentences of our own, across relations and trades."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.protocol import FoundClaim
from tests.loaders.extraction.relations.marked import claims_of

PLANTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("planted.yaml").read_text(encoding="utf-8")
)
CASES = [(group, case) for group, cases in PLANTED.items() for case in cases]
NAMES = [f"{group}-{case['text'][:50]}" for group, case in CASES]


def _ends(subject: str, predicate: str, obj: str) -> tuple[str, str, str]:
    first, last = sorted((subject, obj)) if relation_kinds()[predicate].symmetric else (subject, obj)
    return first, predicate, last


def _found(claim: FoundClaim) -> tuple[str, str, str]:
    obj = f"{claim.object}+{claim.counterpart}" if claim.counterpart else claim.object
    return _ends(claim.subject, claim.predicate, obj)


def _planted(fact: str) -> tuple[tuple[str, str, str], dict[str, Any]]:
    plain, _, rest = fact.partition(" {")
    predicate = next(word for word in plain.split() if word in relation_kinds())
    subject, _, obj = plain.partition(f" {predicate} ")
    return _ends(subject, predicate, obj), yaml.safe_load("{" + rest) if rest else {}


def _says(claim: FoundClaim, name: str) -> str | None:
    if name == "amount":
        return f"{claim.amount:.0f} {claim.currency}" if claim.amount is not None else None
    if name == "likelihood":
        return f"{claim.likelihood_low}-{claim.likelihood_high}" if claim.likelihood_words else None
    return getattr(claim, name)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=NAMES)
def test_planted_facts_and_no_others(case: dict[str, Any]) -> None:
    """Every planted fact is found with what is said of it, and nothing else is."""
    claims = claims_of(case["text"])
    wanted = dict(_planted(fact) for fact in case.get("facts", ()))
    positive = [claim for claim in claims if claim.polarity == "positive"]
    assert {_found(claim) for claim in positive} == set(wanted)
    for ends, qualifiers in wanted.items():
        told = [claim for claim in positive if _found(claim) == ends]
        for name, value in qualifiers.items():
            assert str(value) in {str(_says(claim, name)) for claim in told}, name


@pytest.mark.parametrize("case", PLANTED["denials"], ids=[case["text"][:50] for case in PLANTED["denials"]])
def test_a_denial_is_a_negative_claim(case: dict[str, Any]) -> None:
    """What is denied is kept, with negative polarity."""
    negative = {_found(claim) for claim in claims_of(case["text"]) if claim.polarity == "negative"}
    assert negative == {_planted(fact)[0] for fact in case["denied"]}
