"""What is too large to read at once. Longer texts slow extraction and resolution without telling more."""

from __future__ import annotations

from allygraph.graph.errors import UnreadableDocument

__all__ = ["MAX_FILE", "MAX_TEXT", "check_size"]

#: Bytes of a file that holds more than its text (PDF, Word, web page, mail).
MAX_FILE = 200_000_000
#: Bytes of a plain text, and characters of the text inside any file.
MAX_TEXT = 20_000_000


def check_size(path: str, size: int, limit: int, what: str) -> None:
    """Raise UnreadableDocument where `size` is over `limit`, both in bytes or characters; it opens with `what`."""
    if size > limit:
        raise UnreadableDocument(
            path,
            f"{what} is larger than the limit of {limit // 1_000_000} MB.",
            "Split it into several files, one per document.",
        )
