"""Who "I" is: the one who says the quoted words, else the one who signs the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.names.namings import Naming
from allygraph.loaders.extraction.protocol import FoundEntity

_SAYS = re.compile(
    r"(?:said|says|told|tells|added|adds|explained|recalled|wrote|writes|argued|noted|warned|joked)\b", re.IGNORECASE
)
#: A verb of speech beside a name: "Ann Lee, chief executive, said", "said Ann Lee".
_SAYS_AFTER = re.compile(rf"(?:,[^,.\"\u201c]{{1,80}},)?\s+{_SAYS.pattern}", re.IGNORECASE)
_SAYS_BEFORE = re.compile(rf"{_SAYS.pattern}\s+(?:[a-z][a-z-]*\s+){{0,4}}$", re.IGNORECASE)
#: Marks around a signature; words that may stand before it.
_SIGNED = re.compile(r"^[\s~*_\u2014\u2013-]*(?:by\s+|yours,?\s+)?|[\s.,~*_]+$", re.IGNORECASE)
_REACH = 60


def find_author(passages: Sequence[Passage], entities: Sequence[FoundEntity]) -> str | None:
    """The id of the person whose name alone is a passage, the last such; None without a signature or by-line."""
    people = {mention.text: one.id for one in entities if one.kind == "Person" for mention in one.mentions}
    for passage in reversed(passages):
        if (who := people.get(_SIGNED.sub("", passage.text))) is not None:
            return who
    return None


def find_speaker(text: str, start: int, passage: Passage, row: Sequence[Naming], author: str | None) -> str | None:
    """The id of the person whom "I" at `start` stands for; inside quotes the one who speaks there."""
    if not _is_quoted(text, passage.start, start):
        return author
    for one in row:
        if one.entity.kind != "Person" or _is_quoted(text, passage.start, one.start):
            continue
        left = text[max(passage.start, one.start - _REACH) : one.start]
        if _SAYS_BEFORE.search(left) or _SAYS_AFTER.match(text, one.end, min(passage.end, one.end + 2 * _REACH)):
            return one.entity.id
    return None


def _is_quoted(text: str, first: int, position: int) -> bool:
    """Whether a quotation is open at `position` of the passage that begins at `first`."""
    before = text[first:position]
    return before.count('"') % 2 == 1 or before.count("\u201c") > before.count("\u201d")
