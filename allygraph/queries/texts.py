"""Documents as a reader sees them: which there are, and the text of one, passage by passage, with its claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """A document without its text. `retired` says why it no longer counts; None where it does."""

    id: str
    title: str
    published: str | None
    uri: str | None
    author: str | None
    language: str | None
    media_type: str | None
    source: str | None
    reliability: str | None
    retired: str | None
    characters: int
    passages: int
    claims: int


@dataclass(frozen=True, slots=True)
class PassageClaim:
    """A claim in a passage; `start` and `end` count characters of the passage, start included, end excluded."""

    id: str
    start: int
    end: int
    predicate: str
    subject: str | None
    object: str | None
    polarity: str
    status: str | None
    review: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageMention:
    """Where a passage names an entity (id); characters of the passage, start included, end excluded."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PassageText:
    """A sentence of a document, number `index` from 0; `start` and `end` count characters of the document."""

    index: int
    id: str
    text: str
    start: int
    end: int
    claims: tuple[PassageClaim, ...]
    mentions: tuple[PassageMention, ...]


def list_documents(
    store: Store, *, text: str | None = None, retired: bool = False, limit: int, offset: int = 0
) -> Slice[DocumentOutline]:
    """The documents whose title holds `text`, latest published first; `retired` adds those that no longer count."""
    values = {"text": text, "retired": retired, "limit": limit, "offset": offset}
    found = store.read(statement("documents_slice"), values)[0]
    rows = {row["id"]: row for row in store.read(statement("documents_by_id"), {"ids": found["ids"]})}
    return Slice(tuple(DocumentOutline(**rows[one]) for one in found["ids"] if one in rows), found["total"])


def read_document(store: Store, identifier: str) -> DocumentOutline:
    """The document with this id; raises UnknownName."""
    rows = store.read(statement("documents_by_id"), {"ids": [identifier]})
    if not rows:
        raise UnknownName("document", identifier, remedy="'allygraph query documents' lists them.")
    return DocumentOutline(**rows[0])


def read_passages(store: Store, identifier: str, *, limit: int, offset: int = 0) -> tuple[PassageText, ...]:
    """The passages of a document (id) from number `offset` on, in reading order."""
    rows = store.read(statement("passages"), {"id": identifier, "limit": limit, "offset": offset})
    return tuple(_passage(row) for row in rows)


def _passage(row: Mapping[str, Any]) -> PassageText:
    start, length = row["start"] or 0, len(row["text"])

    def within(place: Mapping[str, Any]) -> dict[str, Any]:
        begins = min(max((place["start"] or 0) - start, 0), length)
        ends = length if place["end"] is None else min(max(place["end"] - start, begins), length)
        return {**place, "start": begins, "end": ends}

    claims = tuple(
        PassageClaim(**{**within(claim), "facts": tuple(claim["facts"]), "review": claim["review"] or "unreviewed"})
        for claim in row["claims"]
    )
    mentions = tuple(PassageMention(**within(mention)) for mention in row["mentions"])
    return PassageText(**{**row, "start": start, "claims": claims, "mentions": mentions})
