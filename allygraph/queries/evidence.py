"""Claims with the sentences behind them, read a set at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from allygraph.queries.records import DocumentRecord, Evidence
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

#: Claims per statement: enough to make the way to the server cheap, few enough to keep the answer small.
_BATCH = 5_000
_FIELDS = tuple(name for name in Evidence.__slots__ if name not in ("start", "end"))


def read_claims(store: Store, claims: Iterable[str]) -> tuple[dict[str, Evidence], dict[str, DocumentRecord]]:
    """The evidence by claim id, and the documents it comes from by document id, with the claims of each counted.

    A sentence that stands in several versions of a document is shown in the newest.
    """
    ids = sorted(set(claims))
    rows: dict[str, dict[str, Any]] = {}
    for start in range(0, len(ids), _BATCH):
        found = store.read(statement("claims"), {"ids": ids[start : start + _BATCH]})
        rows.update({row["claim"]: row for row in found})
    documents: dict[str, DocumentRecord] = {}
    for row in rows.values():
        known = documents.get(row["document"])
        documents[row["document"]] = _document(row, known.claims + 1 if known else 1)
    return {claim: _evidence(row) for claim, row in rows.items()}, documents


def strongest_first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Positive before negative, then by reliability, credibility and confidence; what is not graded comes last."""
    return tuple(sorted(evidence, key=_strength))


def _strength(item: Evidence) -> tuple[bool, str, int, float, str, str]:
    return (
        item.polarity == "negative",
        item.reliability or "F",
        item.credibility or 6,
        -item.confidence,
        item.published or "~",
        item.claim,
    )


def _evidence(row: Mapping[str, Any]) -> Evidence:
    length = len(row["sentence"])
    start = min(max(row["start"] or 0, 0), length)
    end = min(max(row["end"] if row["end"] is not None else length, start), length)
    return Evidence(**{name: row[name] for name in _FIELDS}, start=start, end=end)


def _document(row: Mapping[str, Any], claims: int) -> DocumentRecord:
    return DocumentRecord(
        id=row["document"],
        title=row["document_title"],
        published=row["published"],
        source=row["source"],
        reliability=row["document_reliability"] or row["source_reliability"],
        claims=claims,
        uri=row["uri"],
    )
