"""What reading gives: a document with its passages."""

from __future__ import annotations

from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.protocol import Extraction

__all__ = ["ReadDocument"]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as read from `path` (a path, an address or `-`).

    `extraction` is there for curated facts only: such a file says itself what an engine has to find elsewhere.
    """

    document: Document
    passages: tuple[Passage, ...]
    path: str
    extraction: Extraction | None = None
