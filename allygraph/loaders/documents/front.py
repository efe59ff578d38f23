"""What the first lines of a text say of it: title, author, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

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
#: Characters.
_LONGEST_TITLE = 250
_SHORTENED_TITLE = 100
#: A first line of so few words names a site or section, where a headline of so many words follows before the story.
_SECTION_WORDS = 2
_HEADLINE_WORDS = 5
_STOPS = (".", "。", ":", ",", ";")

_LABELLED = re.compile(
    r"(?i:(?P<label>title|subject|headline|author|analyst|prepared by|source|publisher|publication|published by))"
    r"\s*:\s*(?P<value>\S.*)"
)
_FIELDS = {
    **dict.fromkeys(("title", "subject", "headline"), "title"),
    **dict.fromkeys(("author", "analyst", "prepared by"), "author"),
    **dict.fromkeys(("source", "publisher", "publication", "published by"), "publisher"),
}
_ISSUE = r"(?:#\s*|\b(?i:issue|no\.?|number|vol(?:ume)?\.?|edition|episode)\s*#?\s*)\d+\b.{0,40}"
#: The head of a newsletter: its name and the number of the issue.
_MASTHEAD = re.compile(rf"(?P<name>[^|#:]{{3,60}}?)\s*[|,:–—·-]*\s*(?i:newsletter\s*)?{_ISSUE}")
_ISSUE_ALONE = re.compile(_ISSUE)


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
    front, prose = Front(), 0
    headings: list[str] = []
    for block in blocks[:_FRONT_BLOCKS]:
        words = " ".join(text[block.start : block.end].split())
        if is_furniture(words):
            continue
        dateline = dateline_of(text, block.start, block.end)
        if dateline:
            front = front.over(Front(published=dateline.date, publisher=dateline.agency))
        said = _said_by(text[block.start : block.end], headings)
        prose += bool(dateline) or len(words) > _PROSE
        if said == Front() and not dateline and (prose == 0 or not headings):
            headings.append(words)
        front = front.over(said)
        if prose == 2:
            break
    return replace(front, title=front.title or _title(headings))


def _said_by(block: str, headings: Sequence[str]) -> Front:
    """What a block says that is no part of the story: as a whole, else line by line."""
    lines = [" ".join(line.split()) for line in (block, *block.splitlines()[:4])]
    return reduce(Front.over, (_said_by_line(line, headings) for line in lines), Front())


def _said_by_line(words: str, headings: Sequence[str]) -> Front:
    if len(words) > _LONGEST_TITLE:
        return Front()
    labelled = _LABELLED.fullmatch(words)
    if labelled:
        field, value = _FIELDS[labelled["label"].casefold()], labelled["value"].strip()
        return Front(**{field: author_of(f"By {value}") or value if field == "author" else value})
    masthead = _MASTHEAD.fullmatch(words) if not headings else None
    if masthead:
        return Front(title=words, publisher=masthead["name"].strip())
    issue = _ISSUE_ALONE.fullmatch(words) if len(headings) == 1 else None
    return Front(author=author_of(words), published=date_of_line(words), publisher=headings[0] if issue else None)


def _title(headings: Sequence[str]) -> str | None:
    """The first heading, or the headline after a short first line; of prose the first sentence, cut when long."""
    if not headings:
        return None
    first, later = headings[0], [one for one in headings[1:] if not one.endswith(_STOPS) and len(one) <= _PROSE]
    headline = next((one for one in later if len(one.split()) >= _HEADLINE_WORDS), None)
    words = headline if headline and len(first.split()) <= _SECTION_WORDS else first
    if len(words) > _PROSE or words.endswith((".", "。")):
        words = words[slice(*next(sentences_of(words, 0, len(words))))]
    return words if len(words) <= _LONGEST_TITLE else words[:_SHORTENED_TITLE].rsplit(" ", 1)[0] + " …"
