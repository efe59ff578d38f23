"""Windows of word pieces: every passage is asked about once, and pieces keep their characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from allygraph.loaders.extraction.learned.windows import CONTEXT, LONGEST, Span, marked, windows

_WORD = re.compile(r"\w{1,4}|[^\w\s]")


def pieces(text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    """Pieces of up to four letters: windows do not depend on which vocabulary cuts them."""
    found = [match.span() for match in _WORD.finditer(text)]
    return [len(text[a:b]) + 1 for a, b in found], found


def cut(text: str) -> list[tuple[int, int]]:
    """Passages: the lines of a text."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def found(text: str, spans: Sequence[Span]) -> list[tuple[str, str, int, bool]]:
    made = windows(text, cut(text), pieces, 101, 102)
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    return [
        (pair.first_entity, pair.second_entity, pair.passage, pair.crossing)
        for window in made
        for pair in marked(window, ordered)[1]
    ]


def name(text: str, words: str, entity: str, *, nth: int = 0) -> Span:
    start = [match.start() for match in re.finditer(re.escape(words), text)][nth]
    return Span((entity,), start, start + len(words), "Organisation")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=3000))
def test_every_passage_is_asked_about_once_and_pieces_keep_their_characters(text: str) -> None:
    asked: dict[int, list[tuple[int, int]]] = {}
    for window in windows(text, cut(text), pieces, 101, 102):
        assert len(window.ids) == len(window.shapes) == len(window.offsets) <= LONGEST + 2
        for row in window.rows:
            if row.asked:
                asked.setdefault(row.passage, []).extend(window.offsets[row.first : row.last])
    for number, (start, end) in enumerate(cut(text)):
        own = pieces(text[start:end])[1]
        assert asked[number] == [(start + a, start + b) for a, b in own]


def test_context_is_what_stood_before_and_is_not_asked_again() -> None:
    text = "\n".join(f"sentence number {n} says little of it" for n in range(40))
    made = list(windows(text, cut(text), pieces, 101, 102))
    assert len(made) > 1
    for before, window in pairwise(made):
        context = [row.passage for row in window.rows if not row.asked]
        assert context
        assert context == [row.passage for row in before.rows][-len(context) :]
        assert sum(row.last - row.first for row in window.rows if not row.asked) <= CONTEXT


def test_two_entities_are_paired_once_a_passage_at_their_nearest_mentions() -> None:
    text = "Alba had met with Brio. Then, weeks later, Alba and Brio signed.\nCora was not there."
    spans = [
        name(text, "Alba", "a"),
        name(text, "Alba", "a", nth=1),
        name(text, "Brio", "b"),
        name(text, "Brio", "b", nth=1),
    ]
    made = next(windows(text, cut(text), pieces, 101, 102))
    (pair,) = marked(made, sorted(spans, key=lambda span: span.start))[1]
    assert (pair.first_entity, pair.second_entity) == ("a", "b")
    assert pair.first.span.start == text.index("Alba and")


def test_one_word_for_several_pairs_them() -> None:
    text = "Both firms signed."
    both = Span(("a", "b"), 0, 10, "Organisation", is_name=False)
    assert found(text, [both]) == [("a", "b", 0, False)]


def test_entities_of_earlier_passages_cross() -> None:
    text = "Alba is small.\nBrio bought it."
    spans = [name(text, "Alba", "a"), name(text, "Brio", "b")]
    assert found(text, spans) == [("a", "b", 1, True)]


def test_a_passage_longer_than_a_window_is_cut_and_keeps_its_names() -> None:
    text = "Alba and Brio met " + "again and again " * 400 + "before Cora and Dido came"
    spans = [name(text, word, word[0]) for word in ("Alba", "Brio", "Cora", "Dido")]
    assert {("A", "B", 0, False), ("C", "D", 0, False)} <= set(found(text, spans))
