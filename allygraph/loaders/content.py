"""From what an engine found to what the store keeps: keys for entities, ids for passages, claims and deals."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.ids import claim_id, content_digest, passage_id, stable_id
from allygraph.graph.model import Claim, Document, DocumentContent, DocumentEntity, Mention, Passage
from allygraph.graph.names import entity_id, normal_name
from allygraph.graph.store.claims import claim_digest
from allygraph.loaders.documents import ReadDocument
from allygraph.loaders.extraction.protocol import Extraction, FoundClaim, FoundEntity


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with what `engine` found in it, not yet compared with the store."""

    read: ReadDocument
    extraction: Extraction
    engine: str


def build_content(prepared: Prepared, document: Document, splits: Mapping[tuple[str, str], str]) -> DocumentContent:
    """The content of one document; `document` has its series set, `splits` replaces keys in single documents."""
    passages = _passages(prepared.read.passages, document.series)
    keys = {entity.id: _key(entity, document.series) for entity in prepared.extraction.entities}
    keys = {identifier: splits.get((document.series, key), key) for identifier, key in keys.items()}
    entities = _entities(prepared.extraction.entities, keys, passages)
    claims = _claims(prepared.extraction.claims, keys, {one.index: one for one in passages}, document, prepared.engine)
    return DocumentContent(document, passages, entities, claims, prepared.engine)


def _key(entity: FoundEntity, series: str) -> str:
    key = entity_id(entity.kind, entity.name)
    # A surname or a first name alone is another person in every document.
    alone = entity.kind == "Person" and " " not in normal_name(entity.name, "Person")
    return stable_id(key.partition("-")[0], key, series) if alone else key


def digest_of(content: DocumentContent) -> str:
    """Differs when anything found in the document does. Where it lies and what it copies are left out."""
    plain = replace(content.document, uri=None, origin=None, supersedes=None)
    claims = [(claim.id, claim_digest(claim, plain.published), claim.start, claim.end) for claim in content.claims]
    return content_digest(plain, content.passages, content.entities, claims, content.engine)


def _passages(passages: Iterable[Passage], series: str) -> tuple[Passage, ...]:
    seen: Counter[str] = Counter()
    renamed = []
    for passage in passages:
        bare = passage_id(series, passage.text, 0)
        renamed.append(replace(passage, id=passage_id(series, passage.text, seen[bare])))
        seen[bare] += 1
    return tuple(renamed)


def _entities(
    found: Iterable[FoundEntity], keys: Mapping[str, str], passages: Sequence[Passage]
) -> tuple[DocumentEntity, ...]:
    """One per key that a passage names: an engine may list two entities whose names are the same."""
    together: dict[str, list[FoundEntity]] = defaultdict(list)
    for entity in found:
        together[keys[entity.id]].append(entity)
    starts = [passage.start for passage in passages]
    entities = (_entity(key, group, passages, starts) for key, group in sorted(together.items()))
    return tuple(entity for entity in entities if entity.mentions)


def _entity(
    key: str, group: Sequence[FoundEntity], passages: Sequence[Passage], starts: Sequence[int]
) -> DocumentEntity:
    aliases = {alias for entity in group for alias in (entity.name, *entity.aliases)} - {group[0].name}
    mentions = {mention for entity in group for mention in entity.mentions if _inside(mention, passages, starts)}
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    return DocumentEntity(key, group[0].kind, group[0].name, tuple(sorted(aliases)), tuple(ordered))


def _inside(mention: Mention, passages: Sequence[Passage], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, mention.start) - 1
    return at >= 0 and mention.start < passages[at].end


def _claims(
    found: Iterable[FoundClaim],
    keys: Mapping[str, str],
    passages: Mapping[int, Passage],
    document: Document,
    engine: str,
) -> tuple[Claim, ...]:
    found = list(found)
    deals = _deals(found, passages)
    claims: dict[str, Claim] = {}
    for one in found:
        passage = passages[one.passage]
        parts = (one.predicate, one.subject_text, one.object_text, one.counterpart_text, one.role, engine)
        identifier = claim_id(passage.id, *parts)
        again = 0
        while identifier in claims:
            again += 1
            identifier = claim_id(stable_id(passage.id, again), *parts)
        claims[identifier] = _claim(one, identifier, keys, passage, document, engine, deals)
    return tuple(claims[identifier] for identifier in sorted(claims))


def _claim(
    one: FoundClaim,
    identifier: str,
    keys: Mapping[str, str],
    passage: Passage,
    document: Document,
    engine: str,
    deals: Mapping[str, str],
) -> Claim:
    taken = {name: getattr(one, name) for name in FoundClaim.__slots__ if name not in _OWN}
    return Claim(
        id=identifier,
        document=document.series,
        passage=passage.id,
        subject=keys[one.subject],
        object=keys[one.object],
        counterpart=keys[one.counterpart] if one.counterpart else None,
        deal=deals[one.deal] if one.deal else None,
        engine=one.found_by or engine,
        **taken,
    )


_OWN = ("subject", "object", "counterpart", "passage", "deal", "found_by")


def _deals(found: Sequence[FoundClaim], passages: Mapping[int, Passage]) -> dict[str, str]:
    """Ids for deals that stay when the document is corrected elsewhere: first passage and number there."""
    first: dict[str, int] = {}
    for one in found:
        if one.deal:
            first[one.deal] = min(one.passage, first.get(one.deal, one.passage))
    numbers: Counter[int] = Counter()
    ids = {}
    for deal, index in first.items():
        ids[deal] = stable_id("deal", passages[index].id, numbers[index])
        numbers[index] += 1
    return ids
