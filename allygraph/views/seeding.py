"""One source of chance for igraph, so that the same graph is always drawn and cut in the same way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()


@contextmanager
def seeded() -> Iterator[None]:
    """igraph draws its random numbers from one generator of its own; it gets Python's back afterwards.

    The generator belongs to the whole process, so one thread at a time uses it.
    """
    import igraph  # slow to import, only needed here

    with _LOCK:
        igraph.set_random_number_generator(random.Random(7))
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)
