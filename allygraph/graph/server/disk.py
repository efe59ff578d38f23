"""What the operating system says about the disk, turned into errors that tell what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from allygraph.graph.errors import StartFailed, StoreFull

# A store that has just been made takes some 10 MB; this leaves room for its logs and a first load.
_LEAST_FREE = 100_000_000


@contextmanager
def translate_disk_errors(folder: Path) -> Iterator[None]:
    """Raises StoreFull for a full disk or quota, StartFailed for a folder that cannot be written."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(folder) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
            raise StartFailed(
                f"The local Neo4j cannot write {where}: {error.strerror}.",
                "Make the folder writable, or set ALLYGRAPH_HOME to one that is.",
            ) from error
        raise


def check_space(folder: Path) -> None:
    """Raises StoreFull when there is too little room for the server to come up and write its logs."""
    if shutil.disk_usage(folder).free < _LEAST_FREE:
        raise _full(folder)


def _full(folder: Path) -> StoreFull:
    return StoreFull(
        f"The disk under {folder} is full.",
        "Free some space, or set ALLYGRAPH_HOME to a folder on another disk.",
    )


def measure_size(folder: Path) -> int:
    """Bytes that the files below the folder take on the disk; 0 when it is not there."""
    return sum(_allocated(path) for path in folder.rglob("*"))


def _allocated(path: Path) -> int:
    try:
        status = path.lstat()
    except FileNotFoundError:  # a running server makes and removes files all the time
        return 0
    blocks = getattr(status, "st_blocks", None)
    return status.st_size if blocks is None else blocks * 512
