"""Whatever the text, offsets hold and the time stays in proportion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.model import Document, Passage, Source
from allygraph.loaders.extraction.names import find_entities, resolve_references

_WORDS = st.sampled_from(
    [
        "Acme",
        "of",
        "and",
        "the",
        "Bank",
        "(ABC)",
        "said",
        "U.S.",
        "Inc.",
        ",",
        ".",
        "it",
        "-based",
        "Ann Lee",
        "2020",
        "'s",
        "\n",
    ]
)


def _check(text: str) -> int:
    document = Document("d", "d", "t", text, Source("s", "s"))
    passages = (Passage("p", 0, text, 0, len(text)),)
    entities = find_entities(document, passages)
    for entity in entities:
        assert all(text[one.start : one.end] == one.text for one in entity.mentions)
    for found in resolve_references(document, passages, entities):
        assert text[found.start : found.end] == found.text
        assert not any(one.start < found.end and found.start < one.end for e in entities for one in e.mentions)
    return len(entities)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_mentions_are_where_they_say(text):
    """Any characters at all."""
    _check(text)


@settings(deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_mentions_of_name_like_words_are_where_they_say(parts):
    """Words that the rules look at, in any order."""
    _check(" ".join(parts))


@pytest.mark.parametrize(
    "unit",
    [
        "Foo Bar, ",
        "Foo Bar (FB) ",
        "Securities and Exchange and ",
        "腾讯收购。",
        "Компания Яндекс. ",
        "A-B-",
        "It said it ",
        "x@",
        "the St John's (Oslo) ",
        "said \u201cI, X von der ",
        "Racing to ",
    ],
)
def test_time_grows_with_the_length(unit):
    """Twenty times the text takes far less than four hundred times the time."""
    _check(unit * 200)
    begin = time.process_time()
    _check(unit * 500)
    middle = time.process_time()
    _check(unit * 10_000)
    assert time.process_time() - middle < 100 * max(middle - begin, 0.02)
