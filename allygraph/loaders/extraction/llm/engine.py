"""The engine that asks a language model, part by part, and keeps what the text bears out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.llm.aligning import align_entities
from allygraph.loaders.extraction.llm.answer import Answer, read_answer
from allygraph.loaders.extraction.llm.asking import Asker, TooLong, Unusable
from allygraph.loaders.extraction.llm.cache import AnswerCache, Hit, question_id
from allygraph.loaders.extraction.llm.chunks import Chunk, cut_chunks
from allygraph.loaders.extraction.llm.claims import ClaimBuilder
from allygraph.loaders.extraction.llm.clustering import cluster_entities
from allygraph.loaders.extraction.llm.errors import UnusableAnswer
from allygraph.loaders.extraction.llm.folding import FoldedText
from allygraph.loaders.extraction.llm.prompt import prompt_for
from allygraph.loaders.extraction.llm.settings import LlmSettings
from allygraph.loaders.extraction.llm.side_by_side import map_side_by_side
from allygraph.loaders.extraction.llm.usage import Usage
from allygraph.loaders.extraction.protocol import Extraction, FoundClaim


@dataclass(frozen=True, slots=True)
class _Part:
    """A chunk with what the model said of it."""

    chunk: Chunk
    answer: Answer


class LlmEngine:
    """Asks a language model over the chat-completions protocol; answers are kept on the disk.

    `settings` None means what the environment says when the first document comes. `usage` counts what was spent.
    """

    name: str = "llm"

    def __init__(self, settings: LlmSettings | None = None) -> None:
        self.usage = Usage()
        self._settings = settings
        self._asker: Asker | None = None

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """The entities and claims of one document; never raises for odd text.

        Raises UnusableAnswer when no usable answer comes for this document, which says nothing of the next one;
        LlmNotConfigured, LlmUnreachable or LlmRefused when the model cannot be used at all.
        """
        settings = self._settings = self._settings or LlmSettings.from_environment()
        asker = self._asker = self._asker or Asker(settings, self.usage)
        self.usage.add(documents=1)
        try:
            parts = self._read_all(document, cut_chunks(passages, settings.chunk), settings, asker)
        except Unusable as unusable:
            self.usage.add(failed=1)
            where = document.uri or document.title or document.id
            raise UnusableAnswer(
                where,
                f"{settings.model} gave no usable answer on '{document.title}' ({unusable.reason}).",
                "Try again later, or with another model; what was answered is kept.",
            ) from unusable
        return self._assemble(document, passages, parts)

    def summary(self) -> str:
        """What was asked, what it cost and what was left out, in a few lines; empty before the first document."""
        return self.usage.summary(self._settings) if self._settings else ""

    def _read_all(
        self, document: Document, chunks: Sequence[Chunk], settings: LlmSettings, asker: Asker
    ) -> list[_Part]:
        def read(chunk: Chunk) -> list[_Part]:
            return self._read(document, chunk, settings, asker)

        return [part for parts in map_side_by_side(read, chunks, settings.parallel) for part in parts]

    def _read(self, document: Document, chunk: Chunk, settings: LlmSettings, asker: Asker) -> list[_Part]:
        """What the model says of a chunk, or of its halves where the whole is too long for it."""
        prompt = prompt_for(document, chunk.text)
        cache = AnswerCache(settings.cache)
        question = question_id(settings.model, prompt.system, prompt.user)
        hit = cache.find(question)
        if hit is not None:
            self.usage.add(cached=1)
        else:
            try:
                hit = Hit(asker.ask(prompt))
            except TooLong:
                hit = Hit(None)
            if not cache.keep(question, hit.answer):
                self.usage.add(unwritten=1)
        if hit.answer is not None:
            return [_Part(chunk, read_answer(hit.answer))]
        halves = chunk.halves()
        if halves is None:
            raise Unusable("a single sentence is too long for the model")
        return [part for half in halves for part in self._read(document, half, settings, asker)]

    def _assemble(self, document: Document, passages: Sequence[Passage], parts: Sequence[_Part]) -> Extraction:
        answers = [part.answer for part in parts]
        clusters, places = cluster_entities(answers)
        entities = align_entities(FoldedText.of(passages), document.text, clusters)
        builder = ClaimBuilder(document.text, entities)
        claims: dict[tuple[object, ...], FoundClaim] = {}
        for number, (part, own) in enumerate(zip(parts, places, strict=True)):
            folded = FoldedText.of(part.chunk.passages)
            for fact in part.answer.facts:
                claim = builder.build(fact, folded, own, number)
                if claim is not None:
                    # Sentences that two parts share are read twice.
                    claims.setdefault(_key(claim), claim)
        self._count(answers, builder.dropped, entities.count(None), len(claims))
        ordered = sorted(claims.values(), key=lambda claim: (claim.passage, claim.start))
        return Extraction(tuple(entity for entity in entities if entity), tuple(ordered))

    def _count(self, answers: Sequence[Answer], dropped: Counter[str], unnamed: int, kept: int) -> None:
        for answer in answers:
            self.usage.drop(answer.dropped)
        self.usage.drop(dropped)
        if unnamed:
            self.usage.drop(Counter({"entities that the text does not name": unnamed}))
        self.usage.add(kept=kept)


def _key(claim: FoundClaim) -> tuple[object, ...]:
    ends = (claim.subject, claim.object, claim.counterpart)
    return (claim.predicate, *ends, claim.passage, claim.role, claim.polarity)
