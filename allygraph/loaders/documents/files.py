"""Files and folders: which files a path stands for, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from allygraph.graph.errors import UnreadableDocument
from allygraph.loaders.documents.limits import MAX_FILE, check_size

__all__ = ["files_under", "read_file"]


def files_under(folder: Path) -> Iterator[Path | UnreadableDocument]:
    """The files of a folder and its folders, sorted by name, hidden ones left out; an error for what cannot be listed.

    Links are followed; a folder that was met before is not entered again, so loops end.
    """
    met: set[tuple[int, int]] = set()
    pending = [folder]
    while pending:
        path = pending.pop()
        try:
            state = path.stat()
            if stat.S_ISDIR(state.st_mode):
                if (state.st_dev, state.st_ino) not in met:
                    met.add((state.st_dev, state.st_ino))
                    inside = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
                    pending.extend(path / name for name in reversed(inside))
            elif stat.S_ISREG(state.st_mode):
                yield path
            else:
                yield UnreadableDocument(
                    str(path), "This is a device or pipe, not a file.", "Give it by name, or leave it out."
                )
        except OSError as error:
            yield _unreadable(path, error)


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises UnreadableDocument where it cannot be read or is too large."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    check_size(str(path), len(data), MAX_FILE, "The file")
    return data


def _unreadable(path: Path, error: OSError) -> UnreadableDocument:
    if isinstance(error, FileNotFoundError):
        what = "The link leads nowhere." if path.is_symlink() else "There is no such file or folder."
        return UnreadableDocument(str(path), what, "Check the path.")
    if isinstance(error, PermissionError):
        return UnreadableDocument(
            str(path), "You may not read this.", "Change its permissions, or copy it to a place of yours."
        )
    return UnreadableDocument(str(path), f"It cannot be read: {error.strerror or error}.", "Check the path.")
