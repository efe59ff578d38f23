"""Which entity every key in the store stands for: judged, moved and shown anew after a change.

Each function works inside the transaction of the change that calls it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from allygraph.graph.kinds import entity_kinds
from allygraph.graph.model import DocumentContent, Judgement, Kind
from allygraph.graph.names import entity_id
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Transaction
from allygraph.graph.store.entities import (
    KeyNames,
    PresentedEntity,
    key_names_by_name,
    key_names_of,
    move_keys,
    presented_entities,
    retire_entities,
    touch_entities,
    write_entities,
)
from allygraph.graph.store.judgements import judgements_about, write_judgements
from allygraph.graph.store.views import claim_views_of_entities
from allygraph.loaders.resolution import AUTOMATIC, Candidate, automatic_judgements, block_keys, present, resolve


@dataclass(frozen=True, slots=True)
class Settled:
    """Keys resolved: `resolved` leads from key to entity, `moves` from each key that changed hands to its new entity.

    `before` holds the claims of entities whose keys moved, as they were.
    """

    resolved: Mapping[str, str]
    moves: Mapping[str, str] = field(default_factory=dict)
    before: Sequence[ClaimView] = ()


def settle_new(transaction: Transaction, contents: Sequence[DocumentContent], at: str) -> Settled:
    """Resolves the keys of new content against the store by rules and judgements, and notes new judgements."""
    fresh = _fresh_names(contents)
    new = [_candidate(names) for names in fresh.values()]
    wanted = {name for one in new for name in block_keys(one)} | set(fresh)
    stored = key_names_by_name(transaction, wanted)
    candidates = [_candidate(names) for names in _joined(stored, fresh).values()]
    known = {one.id: one for one in judgements_about(transaction, [one.key for one in candidates])}
    ours = [one for one in automatic_judgements(candidates, at[:10]) if _says_more(one, known.get(one.id))]
    write_judgements(transaction, ours)
    canonical = resolve(candidates, {**known, **{one.id: one for one in ours}}.values()).canonical
    return _settled(transaction, stored, canonical)


def _says_more(new: Judgement, old: Judgement | None) -> bool:
    """Whether rules judge a pair for the first time, or otherwise than before: an acronym has been introduced since.

    What an analyst undid stays undone.
    """
    if old is None:
        return True
    return old.undone_at is None and (new.verdict, new.score, new.reason) != (old.verdict, old.score, old.reason)


def settle_stored(transaction: Transaction, entities: Iterable[str]) -> Settled:
    """Resolves the keys of stored entities again, after a judgement on them came or went."""
    stored = key_names_of(transaction, entities)
    candidates = [_candidate(names) for names in stored]
    known = judgements_about(transaction, [one.key for one in candidates])
    return _settled(transaction, stored, resolve(candidates, known).canonical)


def _settled(transaction: Transaction, stored: Sequence[KeyNames], canonical: Mapping[str, str]) -> Settled:
    moves = {one.key: canonical[one.key] for one in stored if canonical[one.key] != one.entity}
    holders = {one.entity for one in stored if one.key in moves} | set(moves.values())
    before = claim_views_of_entities(transaction, holders) if moves else []
    return Settled(canonical, moves, before)


def apply_moves(transaction: Transaction, moves: Mapping[str, str]) -> None:
    """Makes keys stand for their new entities; mentions and claims follow."""
    if moves:
        touch_entities(transaction, moves.values())
        move_keys(transaction, moves)


@dataclass(frozen=True, slots=True)
class Shown:
    """What showing entities anew did; `renamed` names those that alliances may quote by another name now."""

    created: int
    changed: int
    renamed: tuple[str, ...]


def show_entities(transaction: Transaction, entities: Iterable[str]) -> Shown:
    """Writes kind, name, aliases and keys of entities from the live passages that mention them; none left: retired."""
    ids = sorted(set(entities))
    before = presented_entities(transaction, ids)
    clusters: dict[str, list[KeyNames]] = defaultdict(list)
    for names in key_names_of(transaction, ids):
        clusters[names.entity].append(names)
    named = _named_by_analysts(transaction, clusters)
    after = {
        identifier: _presented(identifier, cluster, identifier in named) for identifier, cluster in clusters.items()
    }
    differing = [one for one in after.values() if not _same(before.get(one.id), one)]
    write_entities(transaction, differing)
    retire_entities(transaction, [identifier for identifier in ids if identifier not in after])
    created = sum(one.id not in before for one in differing)
    gone = sum(identifier not in after for identifier in before)
    renamed = tuple(one.id for one in differing if one.id in before and before[one.id].name != one.name)
    return Shown(created, len(differing) - created + gone, renamed)


def _same(before: PresentedEntity | None, after: PresentedEntity) -> bool:
    shown = (after.kind, after.name, after.aliases, after.keys)
    return before is not None and (before.kind, before.name, before.aliases, before.keys) == shown


def _named_by_analysts(transaction: Transaction, clusters: Mapping[str, Sequence[KeyNames]]) -> set[str]:
    """The entities that an analyst's merge let survive: they keep their name."""
    keys = [names.key for cluster in clusters.values() if len(cluster) > 1 for names in cluster]
    judgements = judgements_about(transaction, keys) if keys else ()
    return {
        one.left for one in judgements if one.verdict == "same" and one.author != AUTOMATIC and one.undone_at is None
    }


def _presented(identifier: str, cluster: Sequence[KeyNames], own_name: bool) -> PresentedEntity:
    candidates = [_candidate(names) for names in cluster]
    kind, name, aliases = present(candidates)
    own = next((candidate for candidate in candidates if candidate.key == identifier), None)
    if own_name and own and own.name != name:
        name, aliases = (
            own.name,
            tuple(sorted({*aliases, name} - {own.name}, key=lambda alias: (alias.casefold(), alias))),
        )
    names = sorted({name for candidate in candidates for name in block_keys(candidate)})
    keys = tuple(sorted(candidate.key for candidate in candidates))
    return PresentedEntity(identifier, kind, name, aliases, keys, tuple(names))


def _fresh_names(contents: Iterable[DocumentContent]) -> dict[str, KeyNames]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for content in contents:
        for entity in content.entities:
            spellings[entity.key].update(mention.text for mention in entity.mentions)
            spellings[entity.key].setdefault(entity.name, 1)
            documents[entity.key].add(content.document.series)
    return {key: KeyNames(key, "", spellings[key], len(documents[key])) for key in sorted(spellings)}


def _joined(stored: Iterable[KeyNames], fresh: Mapping[str, KeyNames]) -> dict[str, KeyNames]:
    joined = dict(fresh)
    for one in stored:
        other = joined.get(one.key)
        if other:
            spellings = Counter(one.spellings) + Counter(other.spellings)
            one = KeyNames(one.key, one.entity, spellings, one.documents + other.documents)
        joined[one.key] = one
    return joined


def _candidate(names: KeyNames) -> Candidate:
    """A key with its spellings; the main one is the most used of those that give this very key."""
    kind = _kind(names.key)
    ranked = sorted(names.spellings, key=lambda text: (-names.spellings[text], -len(text), text))
    name = next((text for text in ranked if entity_id(kind, text) == names.key), ranked[0])
    return Candidate(names.key, kind, name, tuple(text for text in ranked if text != name), names.documents)


def _kind(key: str) -> Kind:
    prefix = key.partition("-")[0]
    return cast(Kind, next(kind.name for kind in entity_kinds().values() if kind.prefix == prefix))
