"""What is measured of a reader: its pace over texts, the memory of its process, the time until its first document."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from allygraph.loaders.documents import read_text
from benchmarks.articles import articles
from benchmarks.readers import PEER, peak_memory, peer_patterns, read_one, reading_processes

#: The peer's way from a file to a file, as a command: patterns, text, output.
_PEER_COMMAND = """
import json, pathlib, sys
import spacy
pipeline = spacy.blank("en")
pipeline.add_pipe("sentencizer")
pipeline.add_pipe("entity_ruler").add_patterns(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
read = pipeline(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
found = [[entity.text, entity.label_] for entity in read.ents]
pathlib.Path(sys.argv[3]).write_text(json.dumps(found), encoding="utf-8")
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """Sentences and words that were read, and the seconds it took."""

    sentences: int
    words: int
    seconds: float

    @property
    def sentences_per_second(self) -> float:
        return self.sentences / self.seconds

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds

    def __str__(self) -> str:
        return f"{self.sentences_per_second:,.0f} sentences/s, {self.words_per_second:,.0f} words/s"


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pace_of(name: str, count: int, processes: int, least: int) -> Pace:
    """The pace of a reader that gets `count` texts at a time, spread over processes that stand ready.

    Other texts each time, until `least` are read: one alone takes too little to measure.
    """
    batches = [articles(count, seed) for seed in range(-(-least // count))]
    passages = [read_text(text)[1] for batch in batches for text in batch]
    piece = max(1, min(10, count // (4 * processes)))
    with reading_processes(name, processes) as pool:
        start = time.perf_counter()
        words = sum(read.words for batch in batches for read in pool.map(read_one, batch, chunksize=piece))
        return Pace(sum(map(len, passages)), words, time.perf_counter() - start)


def peak_of(name: str, count: int) -> int:
    """Bytes of main memory that a process has held at most when it has read `count` texts."""
    with reading_processes(name, 1) as pool:
        list(pool.map(read_one, articles(count, seed=900)))
        return pool.submit(peak_memory).result()


def seconds_to_first(name: str, tries: int) -> float:
    """From the start of a command to its file of what one article says; the best of some tries."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        text, output = folder / "one.txt", folder / "one.json"
        text.write_text(articles(1, seed=700)[0], encoding="utf-8")
        if name == PEER:
            patterns = folder / "patterns.json"
            patterns.write_text(json.dumps(peer_patterns()), encoding="utf-8")
            command = ["-c", _PEER_COMMAND, str(patterns), str(text), str(output)]
        else:
            command = ["-m", "allygraph", "extract", str(text), "-o", place, "--engine", name]
        return min(_command_seconds(command, output) for _ in range(tries))


def _command_seconds(arguments: Sequence[str], output: Path) -> float:
    output.unlink(missing_ok=True)
    seconds = timed(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True))
    if not output.exists():
        raise RuntimeError(f"{' '.join(arguments)} wrote no {output.name}.")
    return seconds
