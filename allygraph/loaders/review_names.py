"""The ends of an edited claim: entities that the document names, or names of its text that no engine has found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.graph.errors import AllygraphError, UnknownName
from allygraph.graph.ids import stable_id
from allygraph.graph.model import Document, DocumentContent, DocumentEntity, Mention, Passage, Source
from allygraph.graph.names import entity_id, normal_name
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Transaction
from allygraph.graph.store.clock import now
from allygraph.graph.store.entities import entities_with_keys, touch_entities
from allygraph.graph.store.judgements import document_splits
from allygraph.graph.store.reviews import NamedPlace
from allygraph.loaders.review_draft import DraftEnd
from allygraph.loaders.settling import apply_moves, settle_new


@dataclass(frozen=True, slots=True)
class NamedEnd:
    """An end with its key and the entity it stands for; `place` says where the text has a name that is new.

    `touched` holds the entities that changed with it, `before` their claims as they were.
    """

    key: str
    entity: str
    place: NamedPlace | None = None
    touched: frozenset[str] = frozenset()
    before: Sequence[ClaimView] = ()


def name_end(transaction: Transaction, view: ClaimView, end: DraftEnd) -> NamedEnd:
    """The end of an edit of this claim; raises AllygraphError where the document does not hold the name."""
    key = end.key or _key(transaction, view.claim.document, end)
    holder = entities_with_keys(transaction, [key]).get(key)
    if end.key:
        if holder is None:
            raise UnknownName("entity of this document", end.name)
        return NamedEnd(key, holder, touched=frozenset({holder}))
    passage, start = _place(transaction, view, end.name)
    words = end.name
    place = NamedPlace("", passage.id, words, start - passage.start)
    mention = Mention(words, start, start + len(words))
    entity = DocumentEntity(key, end.kind, words, (), (mention,))
    return _settled(transaction, view.claim.document, passage, entity, place)


def _key(transaction: Transaction, series: str, end: DraftEnd) -> str:
    """As a load would give it: a surname or a first name alone is another person in every document."""
    key = entity_id(end.kind, end.name)
    if end.kind == "Person" and " " not in normal_name(end.name, "Person"):
        key = stable_id(key.partition("-")[0], key, series)
    return document_splits(transaction, [series]).get((series, key), key)


def _settled(
    transaction: Transaction, series: str, passage: Passage, entity: DocumentEntity, place: NamedPlace
) -> NamedEnd:
    document = Document(series, series, "", "", Source("", ""))
    content = DocumentContent(document, (passage,), (entity,), (), "review")
    settled = settle_new(transaction, [content], now())
    holder = settled.resolved[entity.key]
    touch_entities(transaction, [holder])
    apply_moves(transaction, settled.moves)
    touched = {holder, *settled.moves.values(), *(one for view in settled.before for one in view.ends)}
    return NamedEnd(entity.key, holder, place, frozenset(touched), settled.before)


def _place(transaction: Transaction, view: ClaimView, name: str) -> tuple[Passage, int]:
    """The passage that holds the name, the one of the claim before others, and where it starts in the document."""
    rows = transaction.run(
        """MATCH (document:Document {id: $document})<-[part:PART_OF]-(passage:Passage)
        WHERE passage.text CONTAINS $name
        RETURN passage.id AS id, part.index AS index, passage.text AS text, part.start AS start, part.end AS end
        ORDER BY passage.id <> $own, index""",
        {"document": view.document_id, "name": name, "own": view.claim.passage},
    )
    # A script without spaces has no ends of words to look for.
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
    for row in rows:
        found = re.search(pattern, row["text"])
        if found:
            return Passage(**row), row["start"] + found.start()
    remedy = "Type a name as the text writes it; what the text does not say is no claim of it."
    raise AllygraphError(f"'{name}' does not stand in this document.", remedy)
