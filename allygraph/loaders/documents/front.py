"""What the first lines of a text say of it: title, author, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allygraph.loaders.documents.blocks import Block
from allygraph.loaders.documents.bylines import author_of
from allygraph.loaders.documents.datelines import dateline_of
from allygraph.loaders.documents.furniture import is_furniture
from allygraph.loaders.documents.publication import date_of_line
from allygraph.loaders.documents.sentences import sentences_of

__all__ = ["Front", "front_of"]

#: Blocks. Further down a date or a name belongs to the story.
_FRONT_BLOCKS = 12
#: Characters. A block of this length is prose; the front ends with the second one.
_PROSE = 160
_LONGEST_TITLE = 250
_SHORTENED_TITLE = 100

_LABELLED = re.compile(
    r"(?i:(?P<label>title|subject|headline|author|analyst|prepared by|source|publisher|publication|published by))"
    r"\s*:\s*(?P<value>\S.*)"
)
_FIELDS = {
    **dict.fromkeys(("title", "subject", "headline"), "title"),
    **dict.fromkeys(("author", "analyst", "prepared by"), "author"),
    **dict.fromkeys(("source", "publisher", "publication", "published by"), "publisher"),
}
#: The head of a newsletter: its name and the number of the issue.
_MASTHEAD = re.compile(
    r"(?P<name>[^|#:]{3,60}?)\s*[|,:–—·-]*\s*(?i:newsletter\s*)?"
    r"(?:#\s*|\b(?i:issue|no\.?|number|vol(?:ume)?\.?|edition|episode)\s*#?\s*)\d+\b.{0,40}"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What is known of a text besides its words; None where it does not say."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None

    def over(self, other: Front) -> Front:
        """This front, with the values of `other` where this one has none."""
        return Front(
            self.title or other.title,
            self.author or other.author,
            self.published or other.published,
            self.publisher or other.publisher,
        )


def front_of(text: str, blocks: Sequence[Block]) -> Front:
    """Title, author, date and publisher from the first blocks; a date inside the story is not looked at."""
    front, prose, plain = Front(), 0, None
    for block in blocks[:_FRONT_BLOCKS]:
        words = " ".join(text[block.start : block.end].split())
        if is_furniture(words):
            continue
        dateline = dateline_of(text, block.start, block.end)
        if dateline:
            front = front.over(Front(published=dateline.date, publisher=dateline.agency))
            words = " ".join(text[dateline.end : block.end].split())
        said = _said_by(words)
        if said is None and plain is None and not dateline:
            plain = words
            masthead = _MASTHEAD.fullmatch(words)
            said = Front(publisher=masthead["name"].strip()) if masthead else None
        front = front.over(said or Front())
        prose += len(words) > _PROSE
        if prose == 2:
            break
    return replace(front, title=front.title or _as_title(plain))


def _said_by(words: str) -> Front | None:
    """What a line says that is no part of the story; None for any other line."""
    labelled = _LABELLED.fullmatch(words)
    if labelled and len(words) <= _LONGEST_TITLE:
        field, value = _FIELDS[labelled["label"].casefold()], labelled["value"].strip()
        return Front(**{field: author_of(f"By {value}") or value if field == "author" else value})
    published, author = date_of_line(words), author_of(words)
    return Front(author=author, published=published) if published or author else None


def _as_title(words: str | None) -> str | None:
    """A line as a title; of prose the first sentence, cut at a word where it is long."""
    if not words:
        return None
    if len(words) > _PROSE or words.endswith((".", "。")):
        words = words[slice(*next(sentences_of(words, 0, len(words))))]
    return words if len(words) <= _LONGEST_TITLE else words[:_SHORTENED_TITLE].rsplit(" ", 1)[0] + " …"
