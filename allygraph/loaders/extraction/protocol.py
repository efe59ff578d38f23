"""What an extraction engine takes and gives: a document in, entities and claims with their characters out.

Every offset is in characters of `document.text`, start included, end excluded. Ids (`e1`, `e2`, ...) hold inside one
extraction only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from allygraph.graph.model import Document, Kind, Mention, Passage, Polarity, Status


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity of one document. `mentions` in reading order, names only (no pronouns); `aliases` without `name`.

    `name` is the fullest usual form in this document.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """What one passage says of two entities; the fields are those of `graph.model.Claim`.

    `subject`, `object`, `counterpart` are ids of FoundEntity, `*_text` the words that stand for them in the passage
    (a name, a pronoun or "the company"). `passage` is the index of the passage, `start` and `end` bound the evidence.
    `found_by` names the part of the engine that found it ("rules", "model", "rules+model"), where it has parts.
    """

    subject: str
    predicate: str
    object: str
    subject_text: str
    object_text: str
    passage: int
    start: int
    end: int
    counterpart: str | None = None
    counterpart_text: str | None = None
    polarity: Polarity = "positive"
    status: Status | None = None
    date: str | None = None
    amount: float | None = None
    currency: str | None = None
    role: str | None = None
    likelihood_low: int | None = None
    likelihood_high: int | None = None
    likelihood_words: str | None = None
    reliability: str | None = None
    credibility: int | None = None
    confidence: float = 1.0
    deal: str | None = None
    found_by: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that an engine found in one document."""

    entities: tuple[FoundEntity, ...] = ()
    claims: tuple[FoundClaim, ...] = ()


class Engine(Protocol):
    """An extraction engine; `name` is what `--engine` takes."""

    name: str

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """The entities and claims of one document; never raises for odd text."""
        ...
