"""Documents in the store: which versions there are, writing one, retiring one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Document, DocumentContent, Passage
from allygraph.graph.store.connection import Transaction
from allygraph.graph.store.statements import statement


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document that the store holds. `digest` tells whether anything found in it differs."""

    id: str
    series: str
    uri: str | None
    title: str
    live: bool
    digest: str


def versions_by_id(transaction: Transaction, ids: Iterable[str]) -> dict[str, Version]:
    """The versions with these document ids, live or retired."""
    return _versions(transaction, "document.id IN $values", ids)


def live_versions_by_uri(transaction: Transaction, uris: Iterable[str]) -> dict[str, Version]:
    """The live version at each of these addresses, by address."""
    rows = _versions(transaction, "document.uri IN $values AND document.retired_at IS NULL", uris)
    return {version.uri: version for version in rows.values() if version.uri}


def live_versions(transaction: Transaction) -> list[Version]:
    """All live versions, in the order in which they were loaded."""
    return list(_versions(transaction, "document.retired_at IS NULL", ()).values())


def _versions(transaction: Transaction, condition: str, values: Iterable[str]) -> dict[str, Version]:
    rows = transaction.run(
        f"""MATCH (document:Document) WHERE {condition}
        RETURN document.id AS id, document.series AS series, document.uri AS uri, document.title AS title,
               document.retired_at IS NULL AS live, coalesce(document.digest, '') AS digest
        ORDER BY document.loaded_at""",
        {"values": list(values)},
    )
    return {row["id"]: Version(**row) for row in rows}


def write_documents(transaction: Transaction, contents: Sequence[tuple[DocumentContent, str]], at: str) -> None:
    """Writes documents (each with its digest), their sources and passages; idempotent."""
    rows = [_document_row(content.document, digest) for content, digest in contents]
    transaction.run(statement("documents"), {"rows": rows, "at": at})
    passages = [_passage_row(content.document, passage) for content, _ in contents for passage in content.passages]
    transaction.run(statement("passages"), {"rows": passages})


def _document_row(document: Document, digest: str) -> dict[str, object]:
    values = asdict(document)
    source = values.pop("source")
    supersedes = values.pop("supersedes")
    return {"id": document.id, "source": source, "supersedes": supersedes, "properties": {**values, "digest": digest}}


def _passage_row(document: Document, passage: Passage) -> dict[str, object]:
    values = asdict(passage)
    values["series"] = document.series
    values["fingerprint"] = passage_fingerprint(passage.text)
    return {"id": passage.id, "document": document.id, "properties": values}


def passage_fingerprint(text: str) -> str:
    """Equal for two passages that say the same words, whatever their spacing, case and punctuation."""
    return stable_id("fp", "".join(character for character in text.casefold() if character.isalnum()))


def retire_documents(transaction: Transaction, ids: Iterable[str], because: str, at: str) -> None:
    """Marks versions as no longer standing; their claims are the caller's to retire."""
    transaction.run(
        """MATCH (document:Document) WHERE document.id IN $ids AND document.retired_at IS NULL
        SET document.retired_at = $at, document.retired_because = $because""",
        {"ids": list(ids), "at": at, "because": because},
    )


#: A document shares the origin of another when half of its sentences (three at least) stand there too: a press release
#: and the articles that print it. Broder (1997), containment of shingles, with sentences as shingles.
COPIED_SHARE = 0.5
COPIED_SENTENCES = 3


def note_origin(transaction: Transaction, document: Document, passages: Sequence[Passage]) -> None:
    """Gives a stored document the origin of the one that it copies, or its own series where it copies none."""
    transaction.run(
        "MATCH (document:Document {id: $id}) SET document.origin = $origin",
        {"id": document.id, "origin": _shared_origin(transaction, document, passages)},
    )


def _shared_origin(transaction: Transaction, document: Document, passages: Sequence[Passage]) -> str:
    prints = {passage_fingerprint(passage.text) for passage in passages}
    rows = transaction.run(
        """MATCH (passage:Passage) WHERE passage.fingerprint IN $prints
        MATCH (passage)-[:PART_OF]->(other:Document)
        WHERE other.series <> $series AND other.retired_at IS NULL
        WITH other, count(DISTINCT passage.fingerprint) AS shared
        RETURN other.origin AS origin, shared, size([(other)<-[:PART_OF]-(each) | each]) AS size
        ORDER BY shared DESC, origin""",
        {"prints": sorted(prints), "series": document.series},
    )
    for row in rows:
        smaller = min(len(prints), row["size"])
        if row["shared"] >= COPIED_SENTENCES and row["shared"] >= COPIED_SHARE * smaller:
            return str(row["origin"])
    return document.series
