"""Where names and sentences stand in a text."""

from __future__ import annotations

import pytest

from allygraph.views.evaluation.marking import cut, find_end, find_names, find_sentence

ALDER = {"name": "Alder Bank", "mentions": ["Alder"]}
BIRCH = {"name": "Birch (Rail)"}
TEXT = "\U0001f680 Alder Bank and Birch\n(Rail) met. It likes Aldermoor. It likes Alder."


@pytest.mark.parametrize(
    ("sentence", "start", "found"),
    [
        ("It likes Alder", None, "It likes Alder"),
        ("It likes Alder", 52, "It likes Alder"),
        ("Birch (Rail) met.", None, "Birch\n(Rail) met."),
        ("It likes nobody", None, None),
        ("It likes Alder", "52", "It likes Alder"),
        (["no text"], None, None),
        ("", 0, None),
        (None, None, None),
    ],
)
def test_sentence_is_found_where_it_stands(sentence: object, start: object, found: str | None) -> None:
    """At its offset where that is right; broken lines do not matter."""
    span = find_sentence(TEXT, sentence, start)
    assert (TEXT[slice(*span)] if span else None) == found


def test_an_offset_chooses_between_equal_sentences() -> None:
    """The second of two, where the offset says so."""
    start = TEXT.rindex("It likes")
    assert find_sentence(TEXT, "It likes Alder", start) == (start, start + 14)


def test_names_are_whole_words_and_the_longest() -> None:
    """'Aldermoor' does not name Alder, and of 'Alder Bank' all of it is the name."""
    found = [(" ".join(TEXT[slice(*span)].split()), entity) for span, entity in find_names(TEXT, [ALDER, BIRCH])]
    assert found == [("Alder Bank", 0), ("Birch (Rail)", 1), ("Alder", 0)]


def test_an_end_that_the_sentence_does_not_name_is_sought_before_it() -> None:
    """The reader sees whom 'It' stands for."""
    sentence = find_sentence(TEXT, "It likes Aldermoor.")
    assert sentence is not None
    assert [TEXT[slice(*span)] for span in find_end(TEXT, sentence, ALDER)] == ["Alder Bank"]
    assert find_end(TEXT, sentence, {"name": "Nobody"}) == []


def test_pieces_join_to_the_text() -> None:
    """Sentences that overlap are cut where they begin and end; nothing is lost."""
    names = find_names(TEXT, [ALDER, BIRCH])
    pieces, (first, second) = cut(TEXT, names, [((0, 20), [(2, 12)], []), ((2, 30), [], [(17, 29)])])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert "".join(piece.text for piece in pieces[slice(*first.sentence)]) == TEXT[:20]
    assert "".join(piece.text for piece in pieces[slice(*second.sentence)]) == TEXT[2:30]
    assert [pieces[at].text for at in first.subject] == ["Alder Bank"]
