"""What is found in a folded text is what the document says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.llm.folding import FoldedText, fold

_WORDS = st.text(alphabet=st.sampled_from("aB1é华\u00ad\u200b’'\"“–-.\u00a0 \n\t\ud800"), max_size=30)


def _folded(*texts: str) -> tuple[str, FoldedText]:
    document, passages = "", []
    for index, text in enumerate(texts):
        document += "## "
        passages.append(Passage(str(index), index, text, len(document), len(document) + len(text)))
        document += text
    return document, FoldedText.of(passages)


@given(_WORDS, _WORDS, st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_what_is_found_reads_the_same(first: str, second: str, start: int, end: int) -> None:
    """Every place found holds the words that were looked for; the whole of a passage is found."""
    document, text = _folded(first, second)
    for wanted in (first[start:end], second, first):
        for found in text.find(wanted):
            inside = document[slice(*found)]
            assert fold(inside) == fold(wanted) or "## " in inside
    assert not fold(second) or list(text.find(second))


def test_only_whole_words_are_found() -> None:
    """Not the name inside a longer word; scripts without spaces have no such words."""
    _, text = _folded("Telvia, Telviana and Telvia's 华为技术")
    assert len(list(text.find("Telvia"))) == 2
    assert len(list(text.find("华为"))) == 1


def test_case_and_spelling_count() -> None:
    """Nothing but white space, quotes and dashes is folded."""
    document, text = _folded("The  “Telvia–Brightmast”\npact")
    assert list(text.find("telvia")) == []
    assert list(text.find("Telvia Brightmast")) == []
    [(start, end)] = text.find('"Telvia-Brightmast" pact')
    assert document[start:end] == "“Telvia–Brightmast”\npact"
