"""The shipped network with the rules: who found what, the same every time, and the figures it must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from allygraph.loaders.documents import read_text
from allygraph.loaders.evaluation import evaluate
from allygraph.loaders.extraction import Extraction, engine, to_prediction

GOLD = Path(__file__).parents[3] / "data" / "gold"
SHARED = Path(__file__).parents[5] / "shared" / "eval"
TEXT = """\
Veltrano ropes in Kestrel Wharf for depot robots

Veltrano Logistics has roped in Kestrel Wharf, a maker of lifting arms, to automate four of its depots. The
Rotterdam-based carrier will run the arms on Kestrel's OrbitOS. Rival Dunmore Haulage tried it with Pallion.

Veltrano denied that it plans to buy Kestrel Wharf.
"""


def extracted(name: str, text: str = TEXT) -> Extraction:
    return engine(name).extract(*read_text(text))


def said(extraction: Extraction) -> set[tuple[str, str, str, str | None]]:
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        (names[claim.subject], claim.predicate, names[claim.object], claim.found_by)
        for claim in extraction.claims
        if claim.polarity == "positive"
    }


def test_every_claim_says_who_found_it() -> None:
    assert {claim.found_by for claim in extracted("combined").claims} <= {"rules", "model", "rules+model"}
    assert {claim.found_by for claim in extracted("model").claims} <= {"model", "rules+model"}
    assert {claim.found_by for claim in extracted("rules").claims} == {None}
    facts = to_prediction(read_text(TEXT)[0], extracted("combined"))["facts"]
    assert all(fact["found_by"] for fact in facts)


def test_the_network_adds_to_the_rules() -> None:
    by_model = {claim for claim in said(extracted("combined")) if claim[3] == "model"}
    assert by_model
    assert {claim[:3] for claim in by_model}.isdisjoint(claim[:3] for claim in said(extracted("rules")))


def test_the_same_text_gives_the_same_claims() -> None:
    assert extracted("combined") == extracted("combined")


def test_confidence_is_a_probability_above_the_threshold() -> None:
    alone = [claim.confidence for claim in extracted("combined").claims if claim.found_by == "model"]
    assert all(0.4 <= confidence < 1 for confidence in alone)


def test_claims_stand_in_their_passage() -> None:
    document, passages = read_text(TEXT)
    for claim in engine("combined").extract(document, passages).claims:
        passage = passages[claim.passage]
        assert passage.start <= claim.start < claim.end <= passage.end


def test_texts_that_nobody_tuned_for() -> None:
    """Gold `c`, whose errors nobody has looked at."""
    score = evaluate(GOLD / "c", ["combined"]).runs[0].score
    assert score.entities.f1 >= 0.93
    assert score.facts.f1 >= 0.70
    assert score.facts.precision >= 0.70


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold facts are not beside this checkout")
def test_the_development_texts() -> None:
    run = evaluate(SHARED / "dev", ["combined"]).runs[0]
    assert run.score.entities.f1 >= 0.90
    assert run.score.facts.f1 >= 0.78
    assert run.score.facts.precision >= 0.78
    distractors = [document for document in run.documents if document.gold.get("distractor")]
    assert distractors
    for document in distractors:
        assert sum(fact.verdict == "wrong" for fact in document.facts) <= 1, document.name
