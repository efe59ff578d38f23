"""What a merge or a split would change, before anybody decides it.

It is carried out and taken back in one transaction, so that a preview can say nothing else than what would come of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.store import Store, Transaction
from allygraph.graph.store.entities import entities_with_keys, key_names_of
from allygraph.graph.store.holdings import HeldFact, Holding, holdings_of
from allygraph.loaders.judging import join_entities, part_entity

#: Facts that a preview lists; their number is told however many they are.
LISTED = 200
_NOBODY = "preview"


@dataclass(frozen=True, slots=True)
class HeldEntity:
    """An entity with the numbers of what it holds: live claims, facts with other entities, alliances."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    claims: int
    facts: int
    alliances: int


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact between two entities (ids). `of` holds the ids of the facts that it is made of; `claims` counts.

    `stays` tells of a fact that leaves with a split whether what stays keeps such a fact too, by claims of its own.
    """

    id: str
    predicate: str
    source: str
    source_name: str
    target: str
    target_name: str
    role: str | None
    claims: int
    of: tuple[str, ...] = ()
    stays: bool = False


@dataclass(frozen=True, slots=True)
class ChangedFacts:
    """Facts that a judgement changes: how many, and the first of them by id."""

    total: int
    items: tuple[ChangedFact, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """What an analyst should know before judging: a word for programs, and a sentence."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do. `left` and `right` are the entities as they are, `result` what they become.

    `stays` is the id that is left of the two; `names`, `claims`, `facts` and `alliances` are what moves to it.
    `coincide` are facts of both that become one, `vanish` those that would join the entity with itself.
    """

    left: HeldEntity
    right: HeldEntity
    stays: str
    result: HeldEntity
    names: tuple[str, ...]
    claims: int
    facts: int
    alliances: int
    coincide: ChangedFacts
    vanish: ChangedFacts
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """What a split would do. `entity` is as it is, `stays` and `leaves` are what becomes of it, mostly one entity each.

    `names` are those that leave, `claims` and `alliances` count what goes with them, `facts` are those of the entities
    that leave.
    """

    entity: HeldEntity
    stays: tuple[HeldEntity, ...]
    leaves: tuple[HeldEntity, ...]
    names: tuple[str, ...]
    claims: int
    alliances: int
    facts: ChangedFacts
    warnings: tuple[Warned, ...]


def preview_merge(store: Store, left: str, right: str) -> MergePreview:
    """What `judging.merge` of these entities (ids) would change; raises what it raises."""

    def work(transaction: Transaction) -> MergePreview:
        before = holdings_of(transaction, [left, right])
        keys = {one.key for one in key_names_of(transaction, [left, right])} | {left, right}
        join_entities(transaction, left, right, author=_NOBODY)
        holders = entities_with_keys(transaction, keys)
        after = holdings_of(transaction, holders.values())
        stays = holders[left]
        if holders[right] != stays:
            return _apart(before[left], before[right])
        leave = [after[one] for one in sorted(set(holders.values()) - {stays})]
        return _merged(before[left], before[right], after[stays], leave)

    return store.in_trial(work)


def preview_split(store: Store, entity: str, names: Sequence[str] = (), *, document: str | None = None) -> SplitPreview:
    """What `judging.split` of this entity (id) would change; raises what it raises."""

    def work(transaction: Transaction) -> SplitPreview:
        before = holdings_of(transaction, [entity])[entity]
        keys = {one.key for one in key_names_of(transaction, [entity])}
        leaving = {one.right for one in part_entity(transaction, entity, names, document=document, author=_NOBODY)}
        holders = entities_with_keys(transaction, keys | leaving)
        gone = {holders[key] for key in leaving if key in holders}
        left = {holders[key] for key in keys - leaving if key in holders} - gone
        after = holdings_of(transaction, gone | left)
        texts = {text for one in key_names_of(transaction, gone) if one.key in leaving for text in one.spellings}
        return _parted(before, [after[one] for one in sorted(left)], [after[one] for one in sorted(gone)], texts)

    return store.in_trial(work)


def _apart(left: Holding, right: Holding) -> MergePreview:
    """A "different" with a later date than now stands between the two, from a machine whose clock is ahead."""
    none = ChangedFacts(0, ())
    said = f"Somebody judged {left.name} and {right.name} different: the merge would change nothing."
    warning = Warned("kept_apart", f"{said} Undo that judgement first.")
    return MergePreview(_held(left), _held(right), left.id, _held(left), (), 0, 0, 0, none, none, (warning,))


def _merged(left: Holding, right: Holding, result: Holding, leave: Sequence[Holding]) -> MergePreview:
    stays, goes = (right, left) if result.id == right.id else (left, right)
    both = {fact.id: fact for fact in (*left.facts, *right.facts)}
    moved = {left.id: result.id, right.id: result.id}
    made = _made_of(both.values(), result.facts, moved)
    coincide = [_changed(fact, of=made[fact.id]) for fact in result.facts if len(made[fact.id]) > 1]
    kept = {one for of in made.values() for one in of}
    vanish = [_changed(fact) for one, fact in sorted(both.items()) if one not in kept and fact.ends <= set(moved)]
    arrived = set(result.claims)
    names = [name for name in _names(goes) if name not in _names(stays) and name in _names(result)]
    return MergePreview(
        left=_held(left),
        right=_held(right),
        stays=result.id,
        result=_held(result),
        names=tuple(names),
        claims=len(arrived.intersection(goes.claims)),
        facts=sum(not arrived.isdisjoint(fact.claims) for fact in goes.facts),
        alliances=sum(not arrived.isdisjoint(alliance.claims) for alliance in goes.alliances),
        coincide=_listed(coincide),
        vanish=_listed(vanish),
        warnings=tuple(_merge_warnings(left, right, result, leave, len(vanish))),
    )


def _merge_warnings(
    left: Holding, right: Holding, result: Holding, leave: Sequence[Holding], vanish: int
) -> Iterable[Warned]:
    if left.kind != right.kind:
        said = f"{left.name} is {left.kind}, {right.name} is {right.kind}; together they would be {result.kind}."
        yield Warned("different_kinds", said)
    if vanish:
        said = f"Facts between the two that would vanish: {vanish}. Nothing has a relation with itself."
        yield Warned("facts_vanish", said)
    alliances = len({alliance.id for alliance in (*left.alliances, *right.alliances)})
    if len(result.alliances) < alliances:
        said = f"They have {alliances} alliances and would have {len(result.alliances)}: some become one, or vanish."
        yield Warned("alliances_fewer", said)
    if leave:
        # What was judged last counts most: an older "same" gives way where a "different" would be broken otherwise.
        said = f"Parted from it by an earlier judgement: {', '.join(one.name for one in leave)}."
        yield Warned("names_leave", said)


def _parted(
    before: Holding, stays: Sequence[Holding], leaves: Sequence[Holding], names: Collection[str]
) -> SplitPreview:
    claims = {claim for one in leaves for claim in one.claims} & set(before.claims)
    facts = {fact.id: fact for one in leaves for fact in one.facts}
    parts = {one.id: before.id for one in (*stays, *leaves)}
    kept = {_key(fact, parts) for one in stays for fact in one.facts if fact.id not in facts}
    changed = [_changed(facts[one], stays=_key(facts[one], parts) in kept) for one in sorted(facts)]
    warnings = []
    if not stays:
        said = f"No other document names {before.name}: all that it holds would leave."
        warnings.append(Warned("nothing_stays", said))
    return SplitPreview(
        entity=_held(before),
        stays=tuple(_held(one) for one in stays),
        leaves=tuple(_held(one) for one in leaves),
        names=tuple(sorted(names, key=lambda name: (name.casefold(), name))),
        claims=len(claims),
        alliances=len({alliance.id for one in leaves for alliance in one.alliances}),
        facts=_listed(changed),
        warnings=tuple(warnings),
    )


_Key = tuple[str, frozenset[str]]


def _key(fact: HeldFact, moved: Mapping[str, str]) -> _Key:
    """What two facts share that would be one where entities moved to others."""
    return fact.predicate, frozenset(moved.get(end, end) for end in fact.ends)


def _made_of(
    before: Iterable[HeldFact], after: Iterable[HeldFact], moved: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """For each fact after, the ids of those before whose claims it took over."""
    by_key: dict[_Key, list[HeldFact]] = defaultdict(list)
    for fact in before:
        by_key[_key(fact, moved)].append(fact)
    return {
        fact.id: tuple(sorted(one.id for one in by_key[_key(fact, moved)] if set(one.claims) & set(fact.claims)))
        for fact in after
    }


def _names(entity: Holding) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _held(entity: Holding) -> HeldEntity:
    counts = (len(entity.claims), len(entity.facts), len(entity.alliances))
    return HeldEntity(entity.id, entity.name, entity.kind, entity.aliases, *counts)


def _changed(fact: HeldFact, *, of: tuple[str, ...] = (), stays: bool = False) -> ChangedFact:
    ends = (fact.source, fact.source_name, fact.target, fact.target_name)
    return ChangedFact(fact.id, fact.predicate, *ends, fact.role, len(fact.claims), of, stays)


def _listed(facts: Sequence[ChangedFact]) -> ChangedFacts:
    return ChangedFacts(len(facts), tuple(facts[:LISTED]))
