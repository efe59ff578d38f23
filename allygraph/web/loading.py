"""Files on their way into the graph, one after the other, on a thread of their own."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from traceback import extract_tb
from typing import Literal

from allygraph.graph.errors import AllygraphError
from allygraph.graph.model import LoadResult, Skipped
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.queries.loaded import entities_of_documents
from allygraph.web.problems import Problem
from allygraph.workspace import Workspace

LOG = logging.getLogger("allygraph.web")
State = Literal["waiting", "reading", "storing", "done", "failed"]
#: Loads that are remembered once they have ended.
REMEMBERED = 500
#: Entities of a load that are told: as many as a graph shows at once.
NEW_ENTITIES = 1_000
#: Seconds to wait at the end for the document that is being stored.
PATIENCE = 10.0
_ENDED = Problem(
    error="Ended",
    message="The server ended before the file was loaded; what had been stored is whole.",
    remedy="Give the file again.",
)
_MISTAKE = Problem(
    error="InternalError",
    message="The server made a mistake; nothing of the file is half stored.",
    remedy="The terminal in which it runs says where.",
)


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """A file that was handed in, and how far it has come.

    `done` of `total` documents in it are stored; `total` is 0 until they are counted. `result` is there once it is
    done: a file that holds no document is in its `skipped`, with the reason. `new_entities` holds the ids of what the
    claims of its documents name, best connected first, 1,000 at most. `error` says why a load failed.
    """

    id: str
    name: str
    state: State
    done: int
    total: int
    result: LoadResult | None
    new_entities: tuple[str, ...]
    error: Problem | None


class _Stopped(Exception):
    """The server ends."""


class Loading:
    """The files that wait, the one that is being loaded, and those that were. Use `close` at the end."""

    def __init__(self, graph: Workspace) -> None:
        self._graph = graph
        self._records: dict[str, LoadRecord] = {}
        self._waiting: SimpleQueue[tuple[str, Path] | None] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._count = 0
        self._ending = False

    def add(self, path: Path) -> LoadRecord:
        """Puts a file in the queue."""
        with self._lock:
            self._count += 1
            record = LoadRecord(f"load-{self._count}", path.name, "waiting", 0, 0, None, (), None)
            self._records[record.id] = record
            ended = [old.id for old in self._records.values() if old.state in ("done", "failed")]
            for identifier in ended[: max(0, len(ended) - REMEMBERED)]:
                del self._records[identifier]
            if self._thread is None:
                # A daemon, so that a document of twenty megabytes does not hold the end of the program up.
                self._thread = Thread(target=self._work, name="allygraph-loads", daemon=True)
                self._thread.start()
        self._waiting.put((record.id, path))
        return record

    def get(self, identifier: str) -> LoadRecord | None:
        """The load with this id."""
        with self._lock:
            return self._records.get(identifier)

    def latest(self) -> Sequence[LoadRecord]:
        """All that are remembered, latest first."""
        with self._lock:
            return list(reversed(self._records.values()))

    def close(self) -> None:
        """Ends the thread after the document that is being stored; waits ten seconds at most."""
        self._ending = True
        self._waiting.put(None)
        with self._lock:
            thread = self._thread
        if thread:
            thread.join(PATIENCE)

    def _work(self) -> None:
        while (asked := self._waiting.get()) is not None:
            identifier, path = asked
            try:
                self._load(identifier, path)
            except _Stopped:
                self._note(identifier, state="failed", error=_ENDED)
            except AllygraphError as error:
                message, remedy = (text.replace(str(path), path.name) for text in (error.message, error.remedy))
                problem = Problem(error=type(error).__name__, message=message, remedy=remedy)
                self._note(identifier, state="failed", error=problem)
            except Exception as error:
                # Neither its message nor the name of the file belongs into a log.
                place = extract_tb(error.__traceback__)[-1]
                LOG.error("%s in %s, line %s", type(error).__name__, place.filename, place.lineno)
                self._note(identifier, state="failed", error=_MISTAKE)

    def _load(self, identifier: str, path: Path) -> None:
        self._go_on()
        self._note(identifier, state="reading")
        inputs = list(read_inputs([path]))
        documents = [one.document.id for one in inputs if isinstance(one, ReadDocument)]
        self._note(identifier, total=len(documents))
        stored = iter(range(1, len(documents) + 1))

        def progress(_path: str) -> None:
            self._note(identifier, done=next(stored, len(documents)))

        result = self._graph.load_read(self._told(identifier, inputs), progress=progress)
        skipped = tuple(_without_place(one, path) for one in result.skipped)
        found = entities_of_documents(self._graph.store, documents, limit=NEW_ENTITIES)
        self._note(identifier, state="done", result=replace(result, skipped=skipped), new_entities=found)

    def _told(self, identifier: str, inputs: Iterable[ReadDocument | Skipped]) -> Iterator[ReadDocument | Skipped]:
        """The inputs one by one as they are asked for; once there are no more, all that is left is to store them."""
        for one in inputs:
            self._go_on()
            yield one
        self._go_on()
        self._note(identifier, state="storing")

    def _go_on(self) -> None:
        if self._ending:
            raise _Stopped

    def _note(self, identifier: str, **changes: object) -> None:
        with self._lock:
            self._records[identifier] = replace(self._records[identifier], **changes)  # type: ignore[arg-type]


def _without_place(skipped: Skipped, path: Path) -> Skipped:
    """The same by the file's own name: where it lies on this machine is nobody's business."""
    return Skipped(skipped.path.replace(str(path), path.name), skipped.reason.replace(str(path), path.name))
