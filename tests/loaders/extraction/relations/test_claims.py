"""Claims as such: their characters, references and odd text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.loaders.extraction.relations.claims import find_claims
from tests.loaders.extraction.relations.marked import claims_of, read_marked


@dataclass(frozen=True)
class Pointing:
    """A reference as the names room gives it."""

    text: str
    start: int
    end: int
    entities: tuple[str, ...]
    score: float


def test_evidence_bounds_the_words_of_the_claim() -> None:
    """Start and end reach from the first to the last name."""
    document, passages, entities = read_marked("Yesterday [O Telvia] quietly bought [O Brightmast] in full.")
    [claim] = find_claims(document, passages, entities, ())
    assert document.text[claim.start : claim.end] == "Telvia quietly bought Brightmast"


def test_a_pronoun_stands_for_its_entity_as_written() -> None:
    """The subject is the entity, its text the pronoun, and confidence is lower than for a name."""
    document, passages, entities = read_marked("[O Telvia] grew.", "It bought [O Brightmast].")
    it = Pointing("It", passages[1].start, passages[1].start + 2, ("Telvia",), 0.8)
    [claim] = find_claims(document, passages, entities, [it])
    [named] = claims_of("[O Telvia] bought [O Brightmast].")
    assert (claim.subject, claim.subject_text) == ("Telvia", "It")
    assert claim.confidence < named.confidence


def test_both_firms_stand_for_two() -> None:
    """A reference to two entities gives a claim for each."""
    document, passages, entities = read_marked("[O Telvia] met [O Brightmast].", "Both firms own [O Tarn].")
    both = Pointing("Both firms", passages[1].start, passages[1].start + 10, ("Telvia", "Brightmast"), 0.9)
    claims = find_claims(document, passages, entities, [both])
    assert {(claim.subject, claim.object) for claim in claims} == {("Telvia", "Tarn"), ("Brightmast", "Tarn")}


def test_the_reliability_of_the_passage_is_passed_on() -> None:
    """A graded footnote grades the claim."""
    document, passages, entities = read_marked("[O Telvia] bought [O Brightmast].[1]")
    [claim] = find_claims(document, [replace(passages[0], reliability="B")], entities, ())
    assert claim.reliability == "B"


_PIECES = [
    "[O A]",
    "[P B]",
    "[R C]",
    "[L D]",
    ",",
    "and",
    "of",
    "'s",
    "-based",
    "owned",
    "by",
    "(",
    ")",
    '"',
    "to",
    "be",
]
_MORE = [
    "is",
    "which",
    "$5m",
    "2020",
    "not",
    "the",
    "partner",
    "signed",
    "deal",
    "with",
    "will",
    "who",
    ";",
    "—",
    "\u200b",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_PIECES, *_MORE]), max_size=30))
def test_scrambled_text_never_raises(words: list[str]) -> None:
    """Any order of words gives claims inside the text, or none."""
    text = " ".join(words).replace("[O A]", "[O Acme]")
    document, passages, entities = read_marked(text)
    for claim in find_claims(document, passages, entities, ()):
        assert 0 <= claim.start < claim.end <= len(document.text)
