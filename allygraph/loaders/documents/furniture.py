"""Page furniture: comment forms, buttons, cookie notices, copyright lines. The wording is in `furniture.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from allygraph.graph.data_files import read_yaml
from allygraph.loaders.documents.blocks import Block

__all__ = ["is_furniture", "where_text_ends"]

#: Characters. No furniture pattern describes a longer line, so longer ones are not tried.
_LONGEST = 600
#: A tail starts only where at least this share of the text stands before it: a page may open with "Comments".
_TEXT_BEFORE_TAIL = 0.5


@cache
def _pattern(section: str) -> re.Pattern[str]:
    lists = read_yaml(__package__, "furniture.yaml")
    return re.compile("|".join(f"(?:{form})" for form in lists[section]), re.IGNORECASE)


def is_furniture(words: str) -> bool:
    """Whether a line or sentence is page furniture, or has no letter or figure at all."""
    if not any(character.isalnum() for character in words):
        return True
    return len(words) <= _LONGEST and _pattern("line").fullmatch(words) is not None


def where_text_ends(text: str, blocks: Sequence[Block]) -> int:
    """The character at which the furniture at the end of the page begins; the length of the text when there is none."""
    body = sum(block.end - block.start for block in blocks)
    before = 0
    for block in blocks:
        words = text[block.start : block.end]
        if before >= body * _TEXT_BEFORE_TAIL and len(words) <= _LONGEST and _pattern("tail").fullmatch(words):
            return block.start
        before += block.end - block.start
    return len(text)
