"""Puts restored data in the place of the old, in steps that a crash at any moment leaves undoable.

The old data moves aside in one step. As long as they are there the restoration is not finished, and the next start
puts them back.
"""

from __future__ import annotations

import shutil

from allygraph.graph.server.files import ServerFiles


def replace_data(files: ServerFiles, restored: ServerFiles) -> None:
    """Moves the old data aside and the restored data here."""
    files.data.replace(files.replaced)
    restored.data.replace(files.data)


def undo_replacement(files: ServerFiles) -> None:
    """Puts the old data back if they lie aside; else nothing."""
    if files.replaced.exists():
        shutil.rmtree(files.data, ignore_errors=True)
        files.replaced.replace(files.data)


def finish_replacement(files: ServerFiles) -> None:
    """Gives up the old data."""
    done = files.replaced.with_suffix(".done")
    shutil.rmtree(done, ignore_errors=True)
    # A rename is one step; removing a folder is many, after any of which it could no longer be put back.
    files.replaced.replace(done)
    shutil.rmtree(done, ignore_errors=True)
