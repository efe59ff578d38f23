"""One batch of a load, inside one transaction.

The batch holds its documents, their claims, the entities these name and the facts that follow from them, or nothing of
it: a load that is killed leaves whole batches, and the same load again adds the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Claim, DocumentContent, LoadResult
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Transaction
from allygraph.graph.store.claims import (
    StoredClaim,
    claim_digest,
    move_claims,
    retire_claims,
    revive_claims,
    stored_claims,
    write_claims,
)
from allygraph.graph.store.clock import now
from allygraph.graph.store.documents import (
    Version,
    live_versions_by_uri,
    note_origin,
    retire_documents,
    versions_by_id,
    write_documents,
)
from allygraph.graph.store.entities import (
    drop_mentions,
    entities_with_keys,
    mentioned_entities,
    touch_entities,
    write_mentions,
)
from allygraph.graph.store.judgements import document_splits
from allygraph.graph.store.projecting import Changes, update_facts
from allygraph.graph.store.reviews import restore_names
from allygraph.graph.store.views import claim_views, claim_views_of_entities
from allygraph.graph.version import __version__
from allygraph.loaders.content import Prepared, build_content, digest_of
from allygraph.loaders.settling import Settled, apply_moves, settle_new, show_entities


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch asks for: contents to write, versions they replace, series that stand as they are."""

    write: list[tuple[DocumentContent, str]] = field(default_factory=list)
    replaced: dict[str, Version] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    untouched: list[DocumentContent] = field(default_factory=list)


def load_batch(transaction: Transaction, batch: Sequence[Prepared], at: str) -> LoadResult:
    """Writes what differs from the store and gives the counts of the batch; `at` is the time it becomes known."""
    plan = _plan(transaction, batch)
    contents = [content for content, _ in plan.write]
    result = _counted([*contents, *plan.untouched], created=len(plan.new), changed=len(contents) - len(plan.new))
    if contents:
        changes = _write(transaction, plan, at)
        result = replace(result, created=result.created + changes.created, changed=result.changed + changes.changed)
    series = [content.document.series for content in (*contents, *plan.untouched)]
    keys = {entity.key for content in (*contents, *plan.untouched) for entity in content.entities}
    entities = len(set(entities_with_keys(transaction, keys).values()))
    result = replace(result, entities=entities, facts=_count_facts(transaction, series))
    held = result.documents + result.claims + result.entities + result.facts
    return replace(result, unchanged=max(0, held - result.created - result.changed))


def _plan(transaction: Transaction, batch: Sequence[Prepared]) -> Plan:
    documents = [prepared.read.document for prepared in batch]
    own = versions_by_id(transaction, [document.id for document in documents])
    at_uri = live_versions_by_uri(transaction, [document.uri for document in documents if document.uri])
    plan = Plan()
    series_of = {}
    for document in documents:
        earlier = at_uri.get(document.uri or "")
        if earlier and earlier.id != document.id:
            plan.replaced[document.id] = earlier
        known = own.get(document.id) or earlier
        series_of[document.id] = known.series if known else document.id
    splits = document_splits(transaction, series_of.values())
    for prepared in batch:
        document = prepared.read.document
        earlier = plan.replaced.get(document.id)
        document = replace(
            document,
            series=series_of[document.id],
            origin=series_of[document.id],
            supersedes=earlier.id if earlier else document.supersedes,
        )
        content = build_content(prepared, document, splits)
        digest = digest_of(content)
        version = own.get(document.id)
        if version and version.live and version.digest == digest and not earlier:
            plan.untouched.append(content)
            continue
        if version is None:
            plan.new.add(document.id)
        plan.write.append((content, digest))
    return plan


def _write(transaction: Transaction, plan: Plan, at: str) -> Changes:
    contents = [content for content, _ in plan.write]
    ids = [content.document.id for content in contents]
    replaced = [version.id for version in plan.replaced.values()]
    touched = set(mentioned_entities(transaction, [*ids, *replaced]))
    before = list(_claims_before(transaction, contents))
    drop_mentions(transaction, [*ids, *replaced])
    retire_documents(transaction, replaced, "superseded", at)
    write_documents(transaction, plan.write, at)
    for content in contents:
        note_origin(transaction, content.document, content.passages)
    settled = settle_new(transaction, contents, at)
    touch_entities(transaction, {settled.resolved[entity.key] for content in contents for entity in content.entities})
    write_mentions(transaction, contents, settled.resolved)
    apply_moves(transaction, settled.moves)
    touched |= set(settled.moves.values()) | {view for claim in settled.before for view in claim.ends}
    touched |= {settled.resolved[entity.key] for content in contents for entity in content.entities}
    claims = _write_claims(transaction, contents, settled, at)
    touched |= set(restore_names(transaction, [content.document.series for content in contents]))
    shown = show_entities(transaction, touched)
    renamed = claim_views_of_entities(transaction, shown.renamed)
    changed = [*claims.differing, *(view.claim.id for view in renamed)]
    facts = update_facts(transaction, [*before, *settled.before], changed)
    _note_run(transaction, contents, at)
    return Changes(
        created=claims.created + shown.created + facts.created, changed=claims.changed + shown.changed + facts.changed
    )


def _claims_before(transaction: Transaction, contents: Iterable[DocumentContent]) -> list[ClaimView]:
    stored = stored_claims(transaction, [content.document.series for content in contents])
    return claim_views(transaction, stored)


@dataclass(frozen=True, slots=True)
class ClaimChanges:
    """How many claims came, how many changed or went, and the ids of all of these."""

    created: int
    changed: int
    differing: tuple[str, ...]


def _write_claims(transaction: Transaction, contents: list[DocumentContent], settled: Settled, at: str) -> ClaimChanges:
    stored = stored_claims(transaction, [content.document.series for content in contents])
    said = {claim.id: (claim, content.document.published) for content in contents for claim in content.claims}
    new = [identifier for identifier in said if identifier not in stored]
    changed = [
        identifier
        for identifier, (claim, published) in said.items()
        if identifier in stored and stored[identifier].digest != claim_digest(claim, published)
    ]
    gone = [identifier for identifier in stored if identifier not in said]
    revive_claims(transaction, new, at)
    write_claims(transaction, [said[identifier] for identifier in (*new, *changed)], settled.resolved, at)
    move_claims(transaction, _moved(stored, [claim for claim, _ in said.values()]))
    retire_claims(transaction, gone, "superseded", at)
    return ClaimChanges(len(new), len(changed) + len(gone), (*new, *changed, *gone))


def _moved(stored: dict[str, StoredClaim], claims: Iterable[Claim]) -> list[Claim]:
    return [
        claim
        for claim in claims
        if claim.id in stored and (stored[claim.id].start, stored[claim.id].end) != (claim.start, claim.end)
    ]


def _note_run(transaction: Transaction, contents: list[DocumentContent], at: str) -> None:
    documents = sorted(content.document.id for content in contents)
    transaction.run(
        """MERGE (run:Run {id: $id})
        SET run.started = $at, run.finished = $finished, run.version = $version, run.engine = $engine,
            run.documents = size($documents), run.claims = $claims
        WITH run MATCH (document:Document) WHERE document.id IN $documents MERGE (document)-[:LOADED_BY]->(run)""",
        {
            "id": stable_id("run", at, *documents),
            "at": at,
            "finished": now(),
            "version": __version__,
            "engine": ", ".join(sorted({content.engine for content in contents})),
            "documents": documents,
            "claims": sum(len(content.claims) for content in contents),
        },
    )


def _counted(contents: list[DocumentContent], *, created: int, changed: int) -> LoadResult:
    return LoadResult(
        documents=len(contents),
        claims=sum(len(content.claims) for content in contents),
        created=created,
        changed=changed,
    )


def _count_facts(transaction: Transaction, series: list[str]) -> int:
    rows = transaction.run(
        """MATCH (claim:Claim) WHERE claim.document IN $series
        OPTIONAL MATCH (claim)-[:SUBJECT]->()-[halts:HALTS]->(:Alliance) WHERE halts.id IN claim.fact_ids
        WITH collect(DISTINCT halts.id) AS of_alliances, collect(claim.fact_ids) AS noted
        UNWIND noted AS ids UNWIND ids AS fact
        WITH fact, of_alliances WHERE NOT fact STARTS WITH 'all-' AND NOT fact IN of_alliances
        RETURN count(DISTINCT fact) AS facts""",
        {"series": series},
    )
    return int(rows[0]["facts"])
