"""What a format gives: the text and what its metadata say."""

from __future__ import annotations

from dataclasses import dataclass, field

from allygraph.loaders.documents.front import Front

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file and its metadata.

    `sure` goes before what the first lines of the text say (a mail header), `likely` only fills what those leave open
    (a PDF's creation date). `left_out` says in one sentence each what of the file was not read.
    """

    text: str
    media_type: str
    sure: Front = field(default_factory=Front)
    likely: Front = field(default_factory=Front)
    left_out: tuple[str, ...] = ()
