"""Answers that take long to make, kept for as long as the graph is as it was."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from threading import Lock, RLock
from typing import Any, TypeVar

from pydantic import TypeAdapter
from starlette.responses import Response

from allygraph.graph.store import Store

#: Answers that are kept: what a few open windows show. One of ten thousand nodes takes 10 MB.
KEPT = 12
Value = TypeVar("Value")


class Remembered:
    """The last values by what was asked, forgotten once the graph has changed. Threads may share it."""

    def __init__(self, store: Store, kept: int = KEPT) -> None:
        self._store = store
        self._kept = kept
        self._mark = ""
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._making = RLock()  # what is made may be made of another

    def get(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        """The value for what is asked; made now if it is not there. One is made at a time: they need all of a core."""
        mark = self._store.mark()
        found = self._find(mark, asked)
        if found is None:
            with self._making:
                found = self._find(mark, asked)
                if found is None:
                    found = make()
                    self._keep(mark, asked, found)
        value: Value = found
        return value

    def _find(self, mark: str, asked: Hashable) -> Any:
        with self._lock:
            if mark != self._mark:
                self._mark = mark
                self._values.clear()
            if asked in self._values:
                self._values.move_to_end(asked)
            return self._values.get(asked)

    def _keep(self, mark: str, asked: Hashable, value: Any) -> None:
        with self._lock:
            if mark == self._mark:
                self._values[asked] = value
                while len(self._values) > self._kept:
                    self._values.popitem(last=False)


def mark_of(store: Store) -> str:
    """Names the graph as it is now; another once anything has been written."""
    return blake2b(store.mark().encode(), digest_size=12).hexdigest()


def json_bytes(kind: Any, value: object) -> bytes:
    """The value as the framework would write it for a route that answers this kind of record."""
    return TypeAdapter(kind).dump_json(value)


def json_response(content: bytes) -> Response:
    """A response of JSON that was written before."""
    return Response(content, media_type="application/json")
