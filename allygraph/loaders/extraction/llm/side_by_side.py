"""Several questions at a time."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def map_side_by_side(function: Callable[[T], R], items: Sequence[T], workers: int) -> list[R]:
    """`function` of each item, in the order of the items, at most `workers` at a time; the first error is raised.

    With one worker everything happens in this thread. Otherwise what is under way after an error, or after an
    interruption from the keyboard, is not waited for: a request may take minutes, which a thread pool would sit out.
    """
    if workers == 1 or len(items) < 2:
        return [function(item) for item in items]
    left = deque(enumerate(items))
    done: SimpleQueue[tuple[int, R] | Exception] = SimpleQueue()

    def work() -> None:
        while True:
            try:
                place, item = left.popleft()
            except IndexError:
                return
            try:
                done.put((place, function(item)))
            except Exception as error:
                done.put(error)

    for _ in range(min(workers, len(items))):
        threading.Thread(target=work, daemon=True).start()
    results: dict[int, R] = {}
    try:
        while len(results) < len(items):
            found = done.get()
            if isinstance(found, Exception):
                raise found
            results[found[0]] = found[1]
    finally:
        left.clear()
    return [results[place] for place in range(len(items))]
