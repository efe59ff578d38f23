"""How fast texts become entities and claims, beside spaCy's blank English pipeline with an EntityRuler."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction import engine
from benchmarks.articles import articles
from benchmarks.documents import documents
from benchmarks.measures import Pace, pace_of, peak_of, seconds_to_first, timed
from benchmarks.readers import PEER, peer_is_there, reader
from benchmarks.table import Row

ENGINES = ("combined", "rules")
#: What is aimed at, by engine: sentences/s and words/s on two cores; then bytes, and seconds to the first document.
_PACES = {"combined": (100, 3000), "rules": (2000, 0)}
_CORES = 2
_MEMORY = 600e6
_FIRST = 2.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: texts at a time, processes, texts in all at least, tries of a command, short documents."""

    counts: Sequence[int]
    processes: Sequence[int]
    least: int
    tries: int
    short: int


SMALL = Size(counts=(3,), processes=(1, 2), least=3, tries=1, short=10)
FULL = Size(counts=(1, 10, 100, 1000), processes=(1, 2), least=40, tries=3, short=500)


def extraction_rows(size: Size, engines: Sequence[str] = ENGINES) -> Iterator[Row]:
    """The rows of each engine, and the rules on short items.

    Engines whose weights are not there and a peer that is not installed are left out, which standard error says.
    """
    peer = peer_is_there()
    if not peer:
        _note("spaCy is not installed (pip install spacy): the peer is left out.")
    for name in engines:
        try:
            reader(name)
        except OSError as error:
            _note(f"The engine {name} is left out: {error}")
            continue
        for count in size.counts:
            for processes in size.processes:
                ours = pace_of(name, count, processes, size.least)
                theirs = pace_of(PEER, count, processes, size.least) if peer else None
                yield _pace_row(name, count, processes, ours, theirs)
        yield _cut_before(name, min(100, max(size.counts)))
        yield _memory(name, min(100, max(size.counts)), peer)
        yield _first_document(name, size.tries, peer)
    yield _short_items(size.short)


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _pace_row(name: str, count: int, processes: int, ours: Pace, theirs: Pace | None) -> Row:
    documents_ = f"{count:,} document{'s' * (count > 1)}"
    return Row(
        f"{name}, {documents_}, {processes} process{'es' * (processes > 1)}",
        str(ours),
        f"{PEER}: {theirs}" if theirs else None,
        ours.seconds / theirs.seconds if theirs else None,
        {"documents": count, "processes": processes, **_figures(ours), **(_figures(theirs, "peer_") if theirs else {})},
        _target(name, ours) if processes == _CORES else "",
    )


def _figures(pace: Pace, of: str = "") -> dict[str, float]:
    return {
        f"{of}sentences_per_second": pace.sentences_per_second,
        f"{of}words_per_second": pace.words_per_second,
    }


def _target(name: str, pace: Pace) -> str:
    if name not in _PACES:
        return ""
    sentences, words = _PACES[name]
    reached = pace.sentences_per_second >= sentences and pace.words_per_second >= words
    both = f"{sentences:,} sentences/s" + (f", {words:,} words/s" if words else "")
    return f"{both}: {_said(reached)}"


def _said(reached: bool) -> str:
    return "reached" if reached else "missed"


def _cut_before(name: str, count: int) -> Row:
    """The engine alone, beside the cutting of the text into passages that goes before it."""
    texts = articles(count, seed=500)
    own = engine(name)
    own.extract(*read_text(texts[0]))
    cutting = timed(lambda: [read_text(text) for text in texts])
    read = [read_text(text) for text in texts]
    sentences, words = sum(len(passages) for _, passages in read), sum(len(text.split()) for text in texts)
    ours = Pace(sentences, words, timed(lambda: [own.extract(*one) for one in read]))
    cut = Pace(sentences, words, cutting)
    return Row(
        f"{name}, texts cut before",
        str(ours),
        f"cut alone: {cut}",
        ours.seconds / cutting,
        {**_figures(ours), **_figures(cut, "peer_")},
    )


def _memory(name: str, count: int, peer: bool) -> Row:
    ours = peak_of(name, count)
    theirs = peak_of(PEER, count) if peer else None
    return Row(
        f"{name}, memory of a process",
        f"{ours / 1e6:,.0f} MB",
        f"{PEER}: {theirs / 1e6:,.0f} MB" if theirs else None,
        ours / theirs if theirs else None,
        {"bytes": ours} | ({"peer_bytes": theirs} if theirs else {}),
        f"under {_MEMORY / 1e6:.0f} MB: {_said(ours < _MEMORY)}",
    )


def _first_document(name: str, tries: int, peer: bool) -> Row:
    ours = seconds_to_first(name, tries)
    theirs = seconds_to_first(PEER, tries) if peer else None
    return Row(
        f"{name}, first document",
        f"{ours:.2f} s",
        f"{PEER}: {theirs:.2f} s" if theirs else None,
        ours / theirs if theirs else None,
        {"seconds": ours} | ({"peer_seconds": theirs} if theirs else {}),
        f"under {_FIRST:.0f} s: {_said(ours < _FIRST)}",
    )


def _short_items(count: int) -> Row:
    """The rules on texts of short sentences, beside the cutting of the text into sentences alone."""
    items = documents(count)
    own = engine("rules")
    own.extract(items[0].document, items[0].passages)
    seconds = timed(lambda: [own.extract(item.document, item.passages) for item in items])
    cutting = timed(lambda: [read_text(item.document.text) for item in items])
    sentences = sum(len(item.passages) for item in items)
    words = sum(len(item.document.text.split()) for item in items)
    ours, cut = Pace(sentences, words, seconds), Pace(sentences, words, cutting)
    return Row(
        "rules, short items",
        str(ours),
        f"cut alone: {cut}",
        seconds / cutting,
        {**_figures(ours), **_figures(cut, "peer_")},
    )
