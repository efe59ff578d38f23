"""What pronouns and nominals stand for, with the shipped network and with scores set by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction.learned.antecedents import AHEAD, BACK, TIE, ties
from allygraph.loaders.extraction.learned.naming import Tags
from allygraph.loaders.extraction.learned.network import Floats, Network, network
from allygraph.loaders.extraction.learned.referring import refer
from allygraph.loaders.extraction.learned.windows import REFERENCE, TAGS, Piece, Row, Span, Window
from allygraph.loaders.extraction.names import Reference, find_entities, resolve_references

TEXT = """\
Harl Tidal builds barrages, Corvane Grid runs cables. The barrage builder wants the lines of its neighbour.

Ottilie Brandt and Sipho Dube sit on the board of Harl Tidal. She chairs it; both directors own shares.
"""


def pieces_at(*places: tuple[int, int], is_name: bool) -> list[Piece]:
    """Pieces (where, passage) of one character, each an entity of its own."""
    return [
        Piece(Span((f"e{n}",), where, where + 1, "Organisation", is_name), where, where + 1, passage)
        for n, (where, passage) in enumerate(places)
    ]


def test_ties_join_a_reference_to_the_names_around_it() -> None:
    names = pieces_at(*((n, n // 10) for n in range(0, 60, 2)), is_name=True)
    references = pieces_at((41, 4), is_name=False)
    found = list(ties(references, names))
    assert all(len(figures) == TIE for _, _, figures in found)
    near = [names[other].first for _, other, _ in found]
    assert near == sorted(near)
    before, after = [place for place in near if place < 41], [place for place in near if place > 41]
    assert len(before) <= BACK
    assert before[-1] == 40
    # Names of a later passage cannot be meant.
    assert after == [42, 44, 46, 48][:AHEAD]


def test_ties_without_names_or_references() -> None:
    assert list(ties([], pieces_at((1, 0), is_name=True))) == []
    assert list(ties(pieces_at((1, 0), is_name=False), [])) == []


def tags_of(text: str, marked: Sequence[int]) -> Tags:
    """Tags of words, with the given tag for each."""
    places = [(i, i + len(word)) for i, word in words_of(text)]
    tags = np.zeros((len(places), TAGS), np.float32)
    for row, tag in zip(tags, marked, strict=True):
        row[tag] = 0.9
    window = Window([0] * len(places), [0] * len(places), places, (Row(0, 0, len(places), True),))
    return Tags([(window, tags)])


def words_of(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for word in text.split(" "):
        yield place, word
        place += len(word) + 1


def test_references_are_read_from_tags() -> None:
    text = "the two old banks said it would"
    begin, inside = REFERENCE, REFERENCE + 1
    tags = tags_of(text, [begin, inside, inside, inside, 0, begin, 0])
    assert [text[start:end] for start, end in tags.references()] == ["the two old banks", "it"]


class Sure(Network):
    """A network that links every reference to the entities given, with a score each."""

    def __init__(self, scores: dict[str, float]) -> None:
        self.scores = scores

    def link(self, tagged: Floats, references: Sequence[Piece], names: Sequence[Piece]) -> list[dict[str, float]]:
        del tagged, names
        return [dict(self.scores) for _ in references]


def referred(text: str, scores: dict[str, float], ruled: Sequence[Reference] = ()) -> dict[str, tuple[str, ...]]:
    document, passages = read_text(text)
    offsets = [(i, i + 1) for i in range(len(text))]
    rows = tuple(Row(p.index, p.start, p.end, True) for p in passages)
    window = Window([0] * len(text), [0] * len(text), offsets, rows)
    states = np.zeros((1, len(text), 1), np.float32)
    found = refer(Sure(scores), document, passages, [(window, states)], [], tagged=[], ruled=ruled)
    return {one.text: one.entities for one in found}


def test_one_entity_for_a_singular_and_all_likely_ones_for_a_plural() -> None:
    scores = {"e1": 9.0, "e2": 5.0, "e3": -1.0}
    assert referred("It waited. Both firms left.", scores) == {"It": ("e1",), "Both firms": ("e1", "e2")}


@pytest.mark.parametrize("scores", [{"e1": -0.5}, {"e1": 9.0, "e2": 8.9}])
def test_nobody_where_it_is_not_likely_enough(scores: dict[str, float]) -> None:
    assert referred("It waited.", scores) == {}


def test_rules_tip_the_scales_and_answer_where_the_network_does_not() -> None:
    ruled = [Reference("It", 0, 2, ("e2",), 0.8)]
    assert referred("It waited.", {"e1": 6.0, "e2": 5.9}, ruled) == {"It": ("e2",)}
    assert referred("It waited.", {"e1": 12.0, "e2": 0.4}, ruled) == {"It": ("e1",)}
    assert referred("It waited.", {"e1": 5.0, "e3": 4.9}, ruled) == {"It": ("e2",)}
    assert referred("It waited.", {}, ruled) == {"It": ("e2",)}


def test_as_many_as_the_words_say_or_nobody() -> None:
    three = {"e1": 9.0, "e2": 8.0, "e3": 7.0}
    assert referred("The two firms left.", {"e1": 9.0, "e2": 8.0, "e3": -9.0}) == {"The two firms": ("e1", "e2")}
    assert referred("The two firms left.", {"e1": 9.0}) == {}
    assert referred("They left.", three) == {"They": ("e1", "e2", "e3")}
    assert referred("They left.", {**three, "e4": 6.0}) == {}


def test_lists_and_defined_terms_are_left_to_the_rules() -> None:
    ruled = [Reference("They", 0, 4, ("e1", "e2"), 0.8)]
    assert referred("They left.", {"e3": 9.0}, ruled) == {"They": ("e1", "e2")}
    assert referred("The Company agreed.", {"e3": 9.0}) == {}
    assert referred("The company agreed.", {"e3": 9.0}) == {"The company": ("e3",)}


def test_a_rule_for_some_of_the_words_is_one_for_all() -> None:
    ruled = [Reference("firm", 5, 9, ("e2",), 0.8)]
    assert referred("That firm agreed.", {}, ruled) == {"firm": ("e2",)}
    assert referred("That firm agreed.", {"e1": 6.0, "e2": 5.9}, ruled) == {"That firm": ("e2",)}


def test_the_shipped_network_tells_two_firms_apart() -> None:
    try:
        own = network()
    except OSError as error:
        pytest.skip(f"The network has no weights here: {error}")
    document, passages = read_text(TEXT)
    read = [(window, *own.read(window)) for window in own.windows(document.text, [(p.start, p.end) for p in passages])]
    tags = Tags((window, tags) for window, _, _, tags in read)
    entities = find_entities(document, passages, tags)
    found = refer(
        own,
        document,
        passages,
        [(window, tagged) for window, _, tagged, _ in read],
        entities,
        tagged=list(tags.references()),
        ruled=resolve_references(document, passages, entities),
    )
    names = {entity.id: entity.name for entity in entities}
    told = {one.text: {names[entity] for entity in one.entities} for one in found}
    assert told["The barrage builder"] == {"Harl Tidal"}
    assert told["She"] == {"Ottilie Brandt"}
    for one in found:
        assert document.text[one.start : one.end] == one.text
        assert 0.5 <= one.score <= 1
