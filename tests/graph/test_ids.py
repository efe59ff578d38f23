"""Ids: the same content gives the same id."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.ids import claim_id, document_id, passage_id, source_id, stable_id


def test_ids_never_change() -> None:
    """Graphs written by an earlier release keep their ids: SHA-256 of the parts with U+001F between them."""
    assert stable_id("x", "a", 1, None) == "x-f00f5a1dc95737f1"


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(), st.text()), max_size=4))
def test_an_id_is_a_prefix_and_sixteen_digits(parts: list[object]) -> None:
    """Any parts will do, lone surrogates and nothing at all among them."""
    prefix, _, digits = stable_id("cla", *parts).partition("-")
    assert prefix == "cla"
    assert len(digits) == 16
    assert set(digits) <= set("0123456789abcdef")


def test_parts_do_not_run_together() -> None:
    """Where one part ends matters, and nothing is not the empty text."""
    assert stable_id("x", "ab", "c") != stable_id("x", "a", "bc")
    assert stable_id("x", None) != stable_id("x", "")


def test_documents_and_sources_are_known_by_content() -> None:
    """Spacing and Unicode form do not matter to a document, case and spacing not to a source."""
    assert document_id("Caf\u00e9  opens") == document_id("Cafe\u0301 opens")
    assert source_id("The  Daily News") == source_id("the daily news ")
    assert document_id("one") != document_id("two")


def test_the_second_of_two_equal_sentences_is_another_passage() -> None:
    """The place among its equals tells passages of one text apart."""
    assert passage_id("doc-1", "A signed.", 0) != passage_id("doc-1", "A signed.", 1)


def test_a_claim_is_known_by_its_passage_and_words() -> None:
    """Another engine or role is another claim."""
    given_words = ("pas-1", "HAS_ROLE", "Eric Gu", "Metaverse", None)
    assert len({claim_id(*given_words, role, engine) for role in ("CEO", None) for engine in ("rules", "x")}) == 4
