"""Of whom a document speaks: the organisation that its title names, else the one it names most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.protocol import FoundEntity
from allygraph.loaders.extraction.relations.grammar.slots import Slot

#: What a document names once is not what it is about.
_MAIN = 2
#: Words that a title may have besides the name of its subject.
_SHEET_WORDS = re.compile(
    r"\b(?:brief|profile|fact\s?sheet|factsheet|overview|snapshot|dossier|data\s?sheet|tearsheet|summary|report|about|"
    r"at a glance|in brief|key facts|one-pager|company|institution|background)\b",
    re.IGNORECASE,
)
#: A title with more words besides the name than this is a headline.
_SPARE = 4


def subject_of(passages: Sequence[Passage], entities: Sequence[FoundEntity]) -> Slot | None:
    """The organisation whose sheet a document is: that of its title, else `main_of`."""
    titled = _of_title(passages[0], entities) if passages else None
    return titled or main_of(entities)


def _of_title(title: Passage, entities: Sequence[FoundEntity]) -> Slot | None:
    """The only organisation of a title that is no headline: "Profile: A", "A at a glance"."""
    text = title.text.strip()
    named = [
        (entity, mention)
        for entity in entities
        if entity.kind == "Organisation"
        for mention in entity.mentions
        if title.start <= mention.start and mention.end <= title.end
    ]
    if (text.endswith((".", "?", "!")) and not named) or len({entity.id for entity, _ in named}) != 1:
        return None
    entity, mention = named[0]
    rest = text.replace(mention.text, " ", 1)
    words = re.findall(r"\w+", rest)
    if words and (len(words) > _SPARE or not _SHEET_WORDS.search(rest)):
        return None
    return Slot((entity.id,), entity.kind, mention.text, mention.start, mention.end)


def main_of(entities: Sequence[FoundEntity]) -> Slot | None:
    """The organisation of which a document speaks most, the first of equals; None where it speaks of none twice."""
    bodies = [entity for entity in entities if entity.kind == "Organisation" and entity.mentions]
    if not bodies:
        return None
    entity = max(bodies, key=lambda body: (len(body.mentions), -body.mentions[0].start))
    mention = entity.mentions[0]
    if len(entity.mentions) < _MAIN:
        return None
    return Slot((entity.id,), entity.kind, mention.text, mention.start, mention.end)
