"""Where a stated fact stands in the document, and by which words its ends are spoken of there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.llm.answer import SaidFact
from allygraph.loaders.extraction.llm.folding import FoldedText
from allygraph.loaders.extraction.protocol import FoundEntity

#: Sentences of evidence; more are no evidence but a retelling.
_MOST_PASSAGES = 4
#: Sentences before the evidence in which an end may be named that the evidence leaves unsaid ("The buyer is ...").
_BEFORE = 3

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: a passage and the characters in it; whole sentences; the words for its ends as written.

    `together` is false where it takes several sentences.
    """

    passage: Passage
    start: int
    end: int
    words: str
    subject_text: str
    object_text: str
    counterpart_text: str | None
    together: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """The entities of a fact."""

    subject: FoundEntity
    object: FoundEntity
    counterpart: FoundEntity | None = None


class EvidenceFinder:
    """Looks for evidence in one document, whose entities are known with all their mentions."""

    def __init__(self, document: str, entities: Sequence[FoundEntity | None]) -> None:
        self._document = document
        self._named = {
            (mention.start, mention.end): entity for entity in entities if entity for mention in entity.mentions
        }

    def find(self, fact: SaidFact, part: FoldedText, ends: Ends) -> Evidence | None:
        """The first place of the evidence where both ends are spoken of, in one sentence if there is such; else None.

        In the last resort one of the two ends may be named shortly before.
        """
        for start, end in part.find(fact.evidence):
            touched = part.within(start, end)
            if len(touched) > _MOST_PASSAGES:
                continue
            stretches = [(max(start, one.start), min(end, one.end)) for one in touched]
            words = self._document[touched[0].start : touched[-1].end]
            for stretch, passage in zip(stretches, touched, strict=True):
                subject_text = self._words(fact.subject_text, part, stretch, ends.subject)
                object_text = self._words(fact.object_text, part, stretch, ends.object)
                if subject_text and object_text:
                    third = self._third(ends, stretch)
                    return Evidence(passage, *stretch, words, subject_text, object_text, third, True)
            spoken = self._across(fact, part, (start, end), ends)
            if spoken:
                at = self._fullest(stretches, ends.object)
                return Evidence(touched[at], *stretches[at], words, *spoken, self._third(ends, (start, end)), False)
        return None

    def _across(self, fact: SaidFact, part: FoldedText, stretch: Stretch, ends: Ends) -> tuple[str, str] | None:
        """The words for both ends in the whole of the evidence; one of them may be a name shortly before."""
        subject_text = self._words(fact.subject_text, part, stretch, ends.subject)
        object_text = self._words(fact.object_text, part, stretch, ends.object)
        if not (subject_text or object_text):
            return None
        subject_text = subject_text or self._before(part, stretch[0], ends.subject)
        object_text = object_text or self._before(part, stretch[0], ends.object)
        return (subject_text, object_text) if subject_text and object_text else None

    def _words(self, said: str, part: FoldedText, stretch: Stretch, entity: FoundEntity) -> str | None:
        """The words for an entity in a stretch: those the model gave, or else a name; None where neither is there.

        Words that name another entity stand for that one, whatever the model says.
        """
        for start, end in part.find(said):
            inside = stretch[0] <= start and end <= stretch[1]
            if inside and self._named.get((start, end), entity) is entity:
                return self._document[start:end]
        return _name_in(entity, stretch)

    def _third(self, ends: Ends, stretch: Stretch) -> str | None:
        return _name_in(ends.counterpart, stretch) if ends.counterpart else None

    def _before(self, part: FoldedText, start: int, entity: FoundEntity) -> str | None:
        """The nearest name of an entity in the few sentences of the part before a place."""
        earlier = [passage for passage in part.passages if passage.end <= start][-_BEFORE:]
        near = [one.text for one in entity.mentions if earlier and earlier[0].start <= one.start and one.end <= start]
        return near[-1] if near else None

    @staticmethod
    def _fullest(stretches: Sequence[Stretch], entity: FoundEntity) -> int:
        """Which stretch names an entity; the last one where none does."""
        named = (at for at, stretch in enumerate(stretches) if _name_in(entity, stretch))
        return next(named, len(stretches) - 1)


def _name_in(entity: FoundEntity, stretch: Stretch) -> str | None:
    inside = (one.text for one in entity.mentions if stretch[0] <= one.start and one.end <= stretch[1])
    return next(inside, None)
