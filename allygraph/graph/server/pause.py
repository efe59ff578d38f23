"""Work that needs the server to be down for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.start import bring_up
from allygraph.graph.server.stop import take_down
from allygraph.graph.settings import Settings


@contextmanager
def paused(settings: Settings, files: ServerFiles) -> Iterator[bool]:
    """Stops the server for the block and starts it again if it ran, whatever happens; gives whether it ran.

    The caller holds the lock.
    """
    ran = take_down(files)
    try:
        yield ran
    finally:
        if ran:
            bring_up(settings, files)
