"""What reads texts in a process of its own, from text to what it finds: an engine of ours by name, or the peer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier

import psutil

from benchmarks.articles import names

#: spaCy's blank English pipeline with an EntityRuler.
PEER = "spaCy"
#: Names that the peer's ruler knows as phrases; as many again are known by their shape.
_PHRASES = 200
_HEADS = ("group", "bank", "logistics", "energy", "systems", "holdings", "shipping", "foods", "rail", "motors", "power")


@dataclass(frozen=True, slots=True)
class Count:
    """What was in a text and what was found in it: entities alone for the peer, entities and claims for ours."""

    words: int
    found: int


Reader = Callable[[str], Count]


def peer_is_there() -> bool:
    """Whether spaCy is installed (`pip install spacy`)."""
    return find_spec("spacy") is not None


def reader(name: str) -> Reader:
    """A reader by name, ready to read. Raises OSError where the weights of an engine are not there."""
    return _peer() if name == PEER else _ours(name)


def _ours(name: str) -> Reader:
    # Imported late: a process that reads with the peer must not pay for ours.
    from allygraph.loaders.documents import read_text
    from allygraph.loaders.extraction import engine

    own = engine(name)

    def read(text: str) -> Count:
        document, passages = read_text(text)
        found = own.extract(document, passages)
        return Count(len(text.split()), len(found.entities) + len(found.claims))

    return read


def _peer() -> Reader:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(peer_patterns())

    def read(text: str) -> Count:
        return Count(len(text.split()), len(pipeline(text).ents))

    return read


def peer_patterns() -> list[dict[str, object]]:
    """Phrases, and capitalised words before the head of a firm or after a preposition."""
    phrases: list[dict[str, object]] = [{"label": "NAME", "pattern": name} for name in names(_PHRASES)]
    shapes: list[dict[str, object]] = [
        {"label": "ORG", "pattern": [*[{"IS_TITLE": True}] * size, {"LOWER": head}]}
        for head in _HEADS
        for size in (1, 2, 3)
    ]
    months = ("january", "march", "april", "june", "september", "october", "december")
    dates: list[dict[str, object]] = [
        {"label": "DATE", "pattern": [*day, {"LOWER": month}, {"SHAPE": "dddd"}]}
        for month in months
        for day in ([], [{"SHAPE": "d"}], [{"SHAPE": "dd"}])
    ]
    return [*phrases, *shapes, *dates]


@contextmanager
def reading_processes(name: str, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes, each with its reader made and one text read; for `read_one` and `peak_memory`."""
    spawn = get_context("spawn")
    # None reads on before all are ready.
    start = (name, spawn.Barrier(processes))
    with ProcessPoolExecutor(processes, mp_context=spawn, initializer=_start, initargs=start) as pool:
        list(pool.map(read_one, [_FIRST_TEXT] * processes))
        yield pool


_FIRST_TEXT = "Alderfield Group signed a partnership with Cedarwell Bank on 3 March 2024. It owns Fernmere Labs."
#: Seconds that a process waits for the others to be ready.
_PATIENCE = 120
_reader: Reader | None = None


def _start(name: str, ready: Barrier) -> None:
    global _reader
    _reader = reader(name)
    _reader(_FIRST_TEXT)
    ready.wait(_PATIENCE)


def read_one(text: str) -> Count:
    """Reads a text in one of the `reading_processes`."""
    if _reader is None:
        raise RuntimeError("This process was not started by reading_processes.")
    return _reader(text)


def peak_memory(_: object = None) -> int:
    """Bytes of the main memory that this process has held at most (now held, where the system does not tell)."""
    # Not getrusage: its peak counts the parent's memory at the time of the fork.
    status = Path(f"/proc/{os.getpid()}/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    memory = psutil.Process().memory_info()
    return int(getattr(memory, "peak_wset", memory.rss))
