"""The records of the graph: plain, frozen, free of any database.

Offsets are characters (not bytes) of the document text as stored, start included, end excluded. Dates are ISO 8601
strings, as exact as the text was: `2020`, `2020-07`, `2020-07-14`. Times of the store (`loaded_at`, ...) are ISO 8601
in UTC. `None` means that nothing was said.

Entity ids and keys: `key` is the id a name has by itself (see `names.entity_id`); `id` is the entity it stands for
once all judgements are applied. Claims and mentions keep the key, so a merge or a split moves them by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["Organisation", "Person", "Product", "Place"]
Polarity = Literal["positive", "negative"]
Status = Literal["planned", "announced", "signed", "active", "halted", "ended"]
Review = Literal["unreviewed", "accepted", "rejected"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes. `reliability` is A-F of the Admiralty system."""

    id: str
    name: str
    kind: str | None = None
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text or registry file.

    `id` comes from the normalised text; `series` is the id of the first version, shared by all corrections of it;
    `origin` is shared by documents that copy one another; `reliability` is the analyst's own statement on the sources
    of this document, where it makes one; `confidence_words` is the stated analytic confidence, as written.
    """

    id: str
    series: str
    title: str
    text: str
    source: Source
    published: str | None = None
    uri: str | None = None
    author: str | None = None
    language: str | None = None
    media_type: str = "text/plain"
    origin: str | None = None
    supersedes: str | None = None
    reliability: str | None = None
    confidence_words: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document. `text == document.text[start:end]`; `index` counts from 0 in reading order.

    `id` comes from the series, the text and how often this text stood before, so a correction elsewhere in the
    document leaves it alone. `reliability` and `rating_words` come from the footnotes the sentence cites.
    """

    id: str
    index: int
    text: str
    start: int
    end: int
    reliability: str | None = None
    rating_words: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a passage that names something: `text == document.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """An entity as one document knows it: its names there and every place that names it."""

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says.

    `subject`, `object`, `counterpart` are entity keys, the `_text` fields the names as written. `counterpart` is the
    second party when the object is the alliance between two parties ("X halts the partnership of A and B": object A,
    counterpart B). Claims of one deal with several parties share `deal`. `start` and `end` bound the evidence in the
    document. `amount` is in whole units of `currency` (ISO 4217 code, or the token's own symbol). `likelihood_low` and
    `likelihood_high` are percent. `credibility` is 1-6 of the Admiralty system, `confidence` the extractor's own,
    0 to 1.
    """

    id: str
    document: str
    passage: str
    predicate: str
    subject: str
    object: str
    subject_text: str
    object_text: str
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
    engine: str = "curated"
    confidence: float = 1.0
    review: Review = "unreviewed"
    deal: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """A document with all that was found in it, ready for the store. `engine` names who found it."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[DocumentEntity, ...]
    claims: tuple[Claim, ...]
    engine: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two keys name the same thing, who says so and why. `score` is 0 to 1; `undone_at` ends it.

    With `document` (a series), the judgement splits one name: `left`, as that document uses it, is `right`.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    author: str
    date: str
    undone_at: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """A dated step in the life of an alliance: what it became, who made it so, which claims say it."""

    id: str
    status: Status
    date: str | None
    claims: tuple[str, ...]
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An entity's part in an alliance; `contributes` is in whole units of `currency`."""

    entity: str
    role: str | None = None
    contributes: float | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Alliance:
    """A partnership, joint venture, consortium or other agreement with two or more parties.

    `status` is that of the latest event. `creates` holds the ids of ventures it creates.
    """

    id: str
    title: str
    kind: str
    status: Status | None
    valid_from: str | None
    valid_to: str | None
    parties: tuple[Party, ...]
    events: tuple[StatusEvent, ...]
    creates: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    grade: str | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """The edge an analyst sees: what the live claims on it add up to. Ends are entity ids (or an alliance id).

    `grade` joins reliability and credibility, such as `B2`; `origins` counts documents that do not copy one another;
    `reported` dates are those of the documents.
    """

    id: str
    predicate: str
    subject: str
    object: str
    status: Status | None
    valid_from: str | None = None
    valid_to: str | None = None
    role: str | None = None
    amount: float | None = None
    currency: str | None = None
    likelihood_low: int | None = None
    likelihood_high: int | None = None
    grade: str | None = None
    confidence: float = 1.0
    claims: tuple[str, ...] = ()
    sources: int = 0
    origins: int = 0
    conflict: bool = False
    first_reported: str | None = None
    last_reported: str | None = None
    alliance: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be loaded, and why, with the remedy."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did. `created`, `changed`, `unchanged` count documents, claims, entities, facts together."""

    documents: int = 0
    claims: int = 0
    entities: int = 0
    facts: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = field(default=())
