"""Odd, broken and very long texts: every engine answers, with offsets that hold, the same each time."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allygraph.graph.model import Document, Passage
from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction import Engine, Extraction, engine
from allygraph.loaders.extraction.learned import windows as windows_module
from allygraph.loaders.extraction.learned.antecedents import ties
from allygraph.loaders.extraction.learned.engine import CombinedEngine
from allygraph.loaders.extraction.learned.labels import LABELS, STATUSES
from allygraph.loaders.extraction.learned.network import Floats, Network, network
from allygraph.loaders.extraction.learned.windows import KINDS, REFERENCE, TAGS, Pair, Piece, Window, windows
from allygraph.loaders.extraction.relations.reading import Weights
from benchmarks.articles import articles

_PIECE = re.compile(r"\w{1,4}|[^\w\s]")
#: How the combined engine weighs `Wild`: whatever it says becomes a claim.
_EAGER = Weights((0.0, 1.0, 0.0), (0.0, 1.0, 1.0), 0.5)


class Wild(Network):
    """A network without weights: capitals are names, other words stand for them, pairs are related, all by chance.

    It reaches code that a sensible network reaches rarely. Its answers depend on the text alone.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def windows(self, text: str, passages: Sequence[tuple[int, int]]) -> list[Window]:
        return list(windows(text, passages, _pieces, 101, 102))

    def read(self, window: Window) -> tuple[Floats, Floats, Floats]:
        tags = np.full((len(window.ids), TAGS), 0.001, np.float32)
        for place, (number, shape) in enumerate(zip(window.ids, window.shapes, strict=True)):
            first = window.shapes[place - 1] != shape or number % 5 == 0
            name = 1 + number % len(KINDS) + (0 if first else len(KINDS))
            stands = REFERENCE + number % 2 if number % 3 == 0 else 0
            tags[place, name if shape in (5, 7, 8, 9) else stands] = 0.99
        states = np.zeros((1, len(window.ids), 1), np.float32)
        return states, states, tags

    def link(self, tagged: Floats, references: Sequence[Piece], names: Sequence[Piece]) -> list[dict[str, float]]:
        del tagged
        found: list[dict[str, float]] = [{} for _ in references]
        for one, other, _ in ties(references, names):
            for entity in names[other].span.entities:
                found[one][entity] = float((one * 7 + other * 3) % 5 - 2)
        return found

    def judge(self, states: Floats, marks: Sequence[int], pairs: Sequence[Pair]) -> tuple[Floats, Floats]:
        self.asked.append((states.shape[1], len(pairs)))
        draw = np.random.default_rng(sum(marks) + len(pairs))
        labels = (draw.random((len(pairs), len(LABELS))) < 0.02).astype(np.float32)
        return labels, draw.random((len(pairs), len(STATUSES)), np.float32)


class Counting(Network):
    """The network of the package, which notes the pieces and pairs it was asked about."""

    def __init__(self, own: Network) -> None:
        self._own = own
        self.asked: list[tuple[int, int]] = []

    def windows(self, text: str, passages: Sequence[tuple[int, int]]) -> list[Window]:
        return self._own.windows(text, passages)

    def read(self, window: Window) -> tuple[Floats, Floats, Floats]:
        return self._own.read(window)

    def link(self, tagged: Floats, references: Sequence[Piece], names: Sequence[Piece]) -> list[dict[str, float]]:
        return self._own.link(tagged, references, names)

    def judge(self, states: Floats, marks: Sequence[int], pairs: Sequence[Pair]) -> tuple[Floats, Floats]:
        self.asked.append((states.shape[1], len(pairs)))
        return self._own.judge(states, marks, pairs)


def _pieces(text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    found = [match.span() for match in _PIECE.finditer(text)]
    return [sum(map(ord, text[start:end])) for start, end in found], found


def _network() -> Network:
    try:
        return network()
    except OSError as error:
        pytest.skip(f"The network has no weights here: {error}")


@pytest.fixture(scope="module", params=["rules", "combined", "wild"])
def own(request: pytest.FixtureRequest) -> Engine:
    """Each engine that can be made, and the combined one with a network that sees names and relations everywhere."""
    if request.param == "wild":
        return CombinedEngine(Wild(), _EAGER)
    if request.param == "combined":
        _network()
    return engine(request.param)


def extracted(own: Engine, text: str) -> Extraction:
    """What the engine finds; all its offsets hold."""
    document, passages = read_text(text)
    found = own.extract(document, passages)
    assert_sound(document, passages, found)
    return found


def extracted_whole(own: Engine, text: str) -> Extraction:
    """The same with the whole text as one passage, however long."""
    document = replace(read_text("")[0], text=text)
    passages = [Passage("p0", 0, text, 0, len(text))]
    found = own.extract(document, passages)
    assert_sound(document, passages, found)
    return found


def assert_sound(document: Document, passages: Sequence[Passage], found: Extraction) -> None:
    """Mentions are the words at their place, inside a passage; claims are of known entities in their passage."""
    inside = np.zeros(len(document.text) + 1, np.int64)
    for passage in passages:
        inside[passage.start : passage.end] = passage.index + 1
    for entity in found.entities:
        assert entity.mentions
        for mention in entity.mentions:
            assert document.text[mention.start : mention.end] == mention.text != ""
            assert inside[mention.start] == inside[mention.end - 1] > 0
    known = {entity.id for entity in found.entities}
    assert len(known) == len(found.entities)
    seen: Mapping[int, Passage] = {passage.index: passage for passage in passages}
    for claim in found.claims:
        passage = seen[claim.passage]
        assert {claim.subject, claim.object, claim.counterpart or claim.object} <= known
        assert passage.start <= claim.start < claim.end <= passage.end
        for words in (claim.subject_text, claim.object_text, claim.counterpart_text):
            assert words is None or 0 <= document.text.find(words) <= passage.end - len(words)
        assert 0 <= claim.confidence <= 1


_NAMES = (
    "Alder Group",
    "Birch Bank",
    "Acme Corp.",
    "ACME",
    "Anna Brandt",
    "Lisbon",
    "U.S.",
    "J. P. Cole & Co",
    "X-Pay",
)
_FOREIGN = (
    "Газпром Нефть",
    "ПАО «Сбер»",
    "中国银行",
    "阿里巴巴集团",
    "شركة أرامكو",
    "بنك مصر",
    "Škoda Auto",
    "Ørsted A/S",
    "İş",
)
_WORDS = (
    "owns",
    "and",
    "signed a deal with",
    "its",
    "the company",
    "CEO",
    "of",
    "said",
    "will invest",
    "USD 5 million",
)
_ODD = (
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "\u2028",
    "\x85",
    "\x0c",
    "\x1b[0m",
    "\x01",
    "👩‍👩‍👧‍👦",
    "🇨🇭",
    "𝔄𝔠𝔪𝔢",
    "é",
)
_MARKS = (
    ".",
    ",",
    ";",
    ":",
    "?",
    "\n",
    "\n\n",
    "\r\n",
    "|",
    "\t",
    "(",
    ")",
    '"',
    "“",
    "'s",
    "- ",
    "[1]",
    "--",
    "$",
    "%",
    "*",
)
_ANY = st.sampled_from((*_NAMES, *_FOREIGN, *_WORDS, *_ODD, *_MARKS)) | st.text(max_size=6)
_checked = settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)


@_checked
@given(text=st.text(max_size=400))
def test_any_text(own: Engine, text: str) -> None:
    """Arbitrary Unicode."""
    extracted(own, text)
    extracted_whole(own, text)


@_checked
@given(parts=st.lists(_ANY, max_size=60), gap=st.sampled_from(("", " ", "\u00a0", "\u200b")))
def test_names_among_odd_characters(own: Engine, parts: list[str], gap: str) -> None:
    """Names, words of deals, foreign scripts, marks and invisible characters in any order."""
    text = gap.join(parts)
    extracted(own, text)
    extracted_whole(own, text)


@_checked
@given(parts=st.lists(st.sampled_from((*_NAMES, *_WORDS, ".", ",")), min_size=5, max_size=80))
def test_names_and_words_without_sense(own: Engine, parts: list[str]) -> None:
    """Sentences without a grammar, also in capitals and in small letters; twice the same answer."""
    for text in (" ".join(parts), " ".join(parts).upper(), " ".join(parts).lower()):
        assert extracted(own, text) == extracted(own, text)


def _name(draw: random.Random) -> str:
    syllables = (draw.choice("bcdfglmnprst") + draw.choice("aeiou") for _ in range(3))
    return f"{''.join(syllables).title()} {draw.choice(('Group', 'Bank', 'Energy', 'Labs'))}"


def _odd_texts() -> Mapping[str, str]:
    draw = random.Random(3)
    prose = " ".join(" ".join(articles(14)).split())
    rows = [(_name(draw), _name(draw)) for _ in range(100)]
    return {
        "no marks": re.sub(r"[.,;:\"']", "", prose)[:20_000],
        "one line": prose[:20_000],
        "capitals": prose[:10_000].upper(),
        "pipes": "\n".join(f"| {one} | owns | {other} |" for one, other in rows),
        "tabs": "\n".join(f"{one}\towns\t{other}\t12%" for one, other in rows),
        "list": "Members:\r\n" + "\r\n".join(f"- {one}, a unit of {other}" for one, other in rows),
        "long words": f"Alder Group owns {'x' * 30_000} and {'Xy' * 5_000} Group.",
        "names": ", ".join(_name(draw) for _ in range(2000)) + " signed a pact.",
        "names with and": " and ".join(_name(draw) for _ in range(2000)) + " own Alder Group.",
        "commas": "Alder Group" + "," * 5000 + " owns Birch Bank.",
        "commas with words": "Alder Group" + ", the new" * 5000 + " owns Birch Bank.",
        "brackets": "(" * 2000 + "Alder Group" + ")" * 2000 + " owns Birch Bank.",
        "nested": "Alder Group (owned by Birch Bank " * 500 + ")" * 500 + ".",
        "quotes": '"Alder Group, ' * 1000,
        "hyphens": "Alder" + "-Birch" * 1500 + " Group.",
        "possessives": "Alder Group's " * 1000 + "bank.",
        "spaces": "Alder Group owns " + " " * 4000 + "Birch Bank.",
        "digits": "Alder Group paid USD " + "1" * 10_000 + " to Birch Bank in 20" + "2," * 10_000,
        "pronouns": "Alder Group met Birch Bank. " + "it owns the company and " * 500,
        "foreign": " ".join(f"{name} signed a deal with Alder Group." for name in _FOREIGN * 10),
        "emoji": "👩‍👩‍👧‍👦 Alder Group 🇨🇭 owns 🚀 Birch Bank 👍🏽. " * 50,
        "zero width": "Al\u200bder Group\u200b owns \ufeffBirch\u200d Bank\u00ad. " * 50,
        "control": "Alder Group\x01 owns\x1b[1m Birch Bank\x7f.\x0b\x0c" * 50,
        "line ends": "Alder Group owns\r\nBirch Bank.\r\rIt met\u2028Cedar Labs\u2029on Friday.\x85" * 50,
    }


_ODD_TEXTS = _odd_texts()


def _fitting(own: Engine, text: str) -> str:
    """The whole text for the rules; its beginning where a network reads, which takes 20 times as long."""
    return text if own.name == "rules" else text[:3000]


@pytest.mark.parametrize("what", _ODD_TEXTS)
def test_odd_texts(own: Engine, what: str) -> None:
    """Read as documents are."""
    extracted(own, _fitting(own, _ODD_TEXTS[what]))


@pytest.mark.parametrize("what", _ODD_TEXTS)
def test_odd_texts_uncut(own: Engine, what: str) -> None:
    """Read as one passage, as it stands: an engine is not to rely on passages of a certain length."""
    extracted_whole(own, _fitting(own, _ODD_TEXTS[what]))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", ".", "1", "Ä", "👍", "A", "\x01"])
def test_next_to_nothing(own: Engine, text: str) -> None:
    """No entity, or one at most, and no claim."""
    for found in (extracted(own, text), extracted_whole(own, text)):
        assert len(found.entities) <= 1
        assert found.claims == ()


def test_names_keep_their_characters_in_any_script(own: Engine) -> None:
    """Names that stand among others in Cyrillic, Chinese and Arabic are found where they are."""
    text = "Alder Group owns Газпром Нефть and 中国银行. Birch Bank signed a deal with شركة أرامكو and Alder Group."
    names = {entity.name for entity in extracted(own, text).entities}
    assert names >= {"Alder Group", "Birch Bank"} if own.name == "rules" else names


def test_a_second_reading_is_the_same(own: Engine) -> None:
    """What was read before leaves no trace in the answer."""
    texts = articles(4)
    first = [extracted(own, text) for text in texts]
    assert [extracted(own, text) for text in reversed(texts)] == first[::-1]


def test_a_megabyte_in_one_document() -> None:
    """The rules take a document of a million characters."""
    text = "\n\n".join(articles(640))[:1_000_000]
    assert len(extracted(engine("rules"), text).claims) > 1000


def test_ten_thousand_short_documents() -> None:
    """The rules take document after document."""
    draw = random.Random(9)
    own = engine("rules")
    texts = [f"{_name(draw)} owns {_name(draw)}." for _ in range(10_000)]
    assert sum(len(extracted(own, text).claims) for text in texts) > 9_000


@pytest.mark.parametrize("which", ["wild", "combined"])
def test_the_network_is_asked_in_proportion_to_the_text(which: str) -> None:
    """Twice the text: about twice the pieces and twice the pairs, and no window holds more than its share."""
    own = Wild() if which == "wild" else Counting(_network())
    reader = CombinedEngine(own, _EAGER)
    texts = articles(8)
    asked = []
    for count in (4, 8):
        own.asked.clear()
        extracted(reader, "\n\n".join(texts[:count]))
        asked.append((sum(pieces for pieces, _ in own.asked), sum(pairs for _, pairs in own.asked)))
    (pieces, pairs), (more_pieces, more_pairs) = asked
    assert 1.5 * pieces < more_pieces < 2.5 * pieces
    assert 1.5 * pairs < more_pairs < 2.5 * pairs


@pytest.mark.parametrize("which", ["wild", "combined"])
def test_pairs_grow_with_the_names_of_a_sentence(which: str) -> None:
    """Names are paired with near ones: 200 in one sentence have twice the pairs of 100, not four times."""
    own = Wild() if which == "wild" else Counting(_network())
    reader = CombinedEngine(own, _EAGER)
    draw = random.Random(5)
    names = [_name(draw) for _ in range(200)]
    asked = []
    for count in (100, 200):
        own.asked.clear()
        extracted_whole(reader, ", ".join(names[:count]) + " signed a pact.")
        asked.append(sum(pairs for _, pairs in own.asked))
    assert asked[1] < 2.5 * asked[0]


def test_shapes_are_told_once_for_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of Chinese characters is one word of many pieces: twice as long takes twice the work, not four times."""
    seen: list[int] = []
    told = windows_module._shape

    def shape(word: str, first: bool) -> int:
        seen.append(len(word))
        return told(word, first)

    monkeypatch.setattr(windows_module, "_shape", shape)
    work = []
    for count in (200, 400):
        seen.clear()
        text = "中" * count
        list(
            windows(text, [(0, count)], lambda words: ([7] * len(words), [(n, n + 1) for n in range(len(words))]), 1, 2)
        )
        work.append(sum(seen))
    assert work[1] < 2.5 * work[0]
