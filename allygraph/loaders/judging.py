"""The analyst's judgements on entities and documents: merge, split, undo, withdraw. Claims and facts follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from allygraph.graph.errors import AllygraphError, UnknownName
from allygraph.graph.ids import stable_id
from allygraph.graph.model import Judgement, Verdict
from allygraph.graph.names import normal_name
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Store, Transaction
from allygraph.graph.store.claims import retire_claims, stored_claims
from allygraph.graph.store.clock import now
from allygraph.graph.store.documents import retire_documents
from allygraph.graph.store.entities import (
    KeyNames,
    drop_mentions,
    entities_with_keys,
    key_names_of,
    mentioned_entities,
    rename_key,
    touch_entities,
)
from allygraph.graph.store.judgements import undo_judgement, write_judgements
from allygraph.graph.store.views import claim_views, claim_views_of_entities
from allygraph.loaders.settling import apply_moves, settle_stored
from allygraph.loaders.showing import show_changes


def merge(store: Store, left: str, right: str, *, author: str, reason: str = "") -> Judgement:
    """Judges two entities (ids) the same: the right one becomes part of the left. Can be undone."""
    return store.in_write(lambda transaction: join_entities(transaction, left, right, author=author, reason=reason))


def join_entities(transaction: Transaction, left: str, right: str, *, author: str, reason: str = "") -> Judgement:
    """The merge, inside a transaction."""
    if left == right:
        raise AllygraphError("An entity cannot be merged with itself.", "Give two entities.")
    judgement = _judgement(left, right, "same", author, reason)
    write_judgements(transaction, [judgement])
    _resettle(transaction, [left, right])
    return judgement


def split(
    store: Store, entity: str, names: Sequence[str] = (), *, document: str | None = None, author: str, reason: str = ""
) -> tuple[Judgement, ...]:
    """Judges that some names of an entity (id) are another one, or that all its names in one document (series) are.

    The "no" is remembered: no later load joins them again. Raises UnknownName for a name that the entity does not bear,
    AllygraphError where all its names would leave.
    """
    return store.in_write(
        lambda transaction: part_entity(transaction, entity, names, document=document, author=author, reason=reason)
    )


def part_entity(
    transaction: Transaction,
    entity: str,
    names: Sequence[str] = (),
    *,
    document: str | None = None,
    author: str,
    reason: str = "",
) -> tuple[Judgement, ...]:
    """The split, inside a transaction."""
    if document:
        return _split_document(transaction, entity, document, author, reason)
    return _split_names(transaction, entity, names, author, reason)


def _split_names(
    transaction: Transaction, entity: str, names: Sequence[str], author: str, reason: str
) -> tuple[Judgement, ...]:
    borne = key_names_of(transaction, [entity])
    leaving = {one.key for name in names for one in borne if _bears(one, name)}
    for name in names:
        if not any(_bears(one, name) for one in borne):
            spellings = sorted({text for one in borne for text in one.spellings})
            raise UnknownName("name of this entity", name, tuple(spellings))
    staying = {one.key for one in borne} - leaving
    if not leaving or not staying:
        raise AllygraphError(
            "These names cannot be parted: they are one normal form, or all the names the entity has.",
            "Split by document instead (--document), or give fewer names.",
        )
    judgements = tuple(
        _judgement(*pair, "different", author, reason) for pair in product(sorted(staying), sorted(leaving))
    )
    write_judgements(transaction, judgements)
    _resettle(transaction, [entity])
    return judgements


def _bears(names: KeyNames, name: str) -> bool:
    wanted = normal_name(name)
    return any(normal_name(text) == wanted for text in names.spellings)


def _split_document(
    transaction: Transaction, entity: str, document: str, author: str, reason: str
) -> tuple[Judgement, ...]:
    judgements = []
    before = claim_views_of_entities(transaction, [entity])
    for names in key_names_of(transaction, [entity]):
        renamed = stable_id(names.key.partition("-")[0], names.key, document)
        if rename_key(transaction, names.key, renamed, document):
            judgements.append(_judgement(names.key, renamed, "different", author, reason, document))
    if not judgements:
        raise AllygraphError("This document does not mention the entity.", "Give a document that does.")
    write_judgements(transaction, judgements)
    _resettle(transaction, [entity], before)
    return tuple(judgements)


def undo(store: Store, identifier: str) -> Judgement:
    """Ends a judgement (id), and everything that followed from it; gives it as it was."""

    def work(transaction: Transaction) -> Judgement:
        judgement = undo_judgement(transaction, identifier, now())
        holders = set(entities_with_keys(transaction, [judgement.left, judgement.right]).values())
        before = claim_views_of_entities(transaction, holders)
        if judgement.document:
            rename_key(transaction, judgement.right, judgement.left, judgement.document)
        _resettle(transaction, holders, before)
        return judgement

    return store.in_write(work)


def withdraw(store: Store, documents: Iterable[str], *, reason: str) -> int:
    """Takes documents (series) out: their claims leave the facts, facts that others state stay. Gives the claims."""
    series = list(documents)
    at = now()

    def work(transaction: Transaction) -> int:
        rows = transaction.run(
            "MATCH (document:Document) WHERE document.series IN $series AND document.retired_at IS NULL "
            "RETURN document.id AS id",
            {"series": series},
        )
        ids = [row["id"] for row in rows]
        claims = list(stored_claims(transaction, series))
        before = claim_views(transaction, claims)
        touched = mentioned_entities(transaction, ids)
        drop_mentions(transaction, ids)
        retire_claims(transaction, claims, f"withdrawn: {reason}", at)
        retire_documents(transaction, ids, f"withdrawn: {reason}", at)
        show_changes(transaction, touched, before, claims)
        return len(claims)

    return store.in_write(work)


def _judgement(
    left: str, right: str, verdict: Verdict, author: str, reason: str, document: str | None = None
) -> Judgement:
    at = now()
    identifier = stable_id("jud", author, left, right, verdict, document, at)
    return Judgement(identifier, left, right, verdict, 1.0, reason, author, at, document=document)


def _resettle(transaction: Transaction, entities: Iterable[str], before: Iterable[ClaimView] = ()) -> None:
    holders = set(entities)
    settled = settle_stored(transaction, holders)
    touch_entities(transaction, settled.moves.values())
    apply_moves(transaction, settled.moves)
    earlier = [*before, *settled.before]
    show_changes(transaction, holders | set(settled.moves.values()), earlier, [view.claim.id for view in earlier])
