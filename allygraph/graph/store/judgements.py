"""The ledger of judgements: which names stand for the same entity, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields

from allygraph.graph.errors import UnknownName
from allygraph.graph.model import Judgement
from allygraph.graph.store.connection import Transaction
from allygraph.graph.store.statements import statement

_FIELDS = tuple(field.name for field in fields(Judgement))


def judgements_about(transaction: Transaction, keys: Iterable[str]) -> tuple[Judgement, ...]:
    """All judgements, undone ones too, that lead from these keys to others, and on from there; sorted by id."""
    found: dict[str, Judgement] = {}
    asked: set[str] = set()
    while wanted := ({end for one in found.values() for end in (one.left, one.right)} | set(keys)) - asked:
        rows = transaction.run(
            """MATCH (judgement:Judgement) WHERE judgement.left IN $keys OR judgement.right IN $keys
            RETURN judgement {.*} AS judgement""",
            {"keys": sorted(wanted)},
        )
        found.update((row["judgement"]["id"], _judgement(row["judgement"])) for row in rows)
        asked |= wanted
    return tuple(found[identifier] for identifier in sorted(found))


def document_splits(transaction: Transaction, series: Iterable[str]) -> dict[tuple[str, str], str]:
    """Keys that stand for something else in one document: (series, key) to the key that replaces it."""
    rows = transaction.run(
        """MATCH (judgement:Judgement) WHERE judgement.document IN $series AND judgement.undone_at IS NULL
        RETURN judgement.document AS document, judgement.left AS left, judgement.right AS right""",
        {"series": list(series)},
    )
    return {(row["document"], row["left"]): row["right"] for row in rows}


def write_judgements(transaction: Transaction, judgements: Sequence[Judgement]) -> None:
    """Writes judgements by id and ties them to the entities that bear their keys now."""
    rows = [{"id": judgement.id, "properties": asdict(judgement)} for judgement in judgements]
    transaction.run(statement("judgements"), {"rows": rows})


def undo_judgement(transaction: Transaction, identifier: str, at: str) -> Judgement:
    """Ends a judgement and gives it as it was; raises UnknownName where there is none in force."""
    rows = transaction.run(
        """MATCH (judgement:Judgement {id: $id}) WHERE judgement.undone_at IS NULL
        RETURN judgement {.*} AS judgement""",
        {"id": identifier},
    )
    if not rows:
        raise UnknownName("judgement in force", identifier, remedy="`allygraph query judgements` lists them.")
    transaction.run("MATCH (judgement:Judgement {id: $id}) SET judgement.undone_at = $at", {"id": identifier, "at": at})
    return _judgement(rows[0]["judgement"])


def _judgement(properties: dict[str, object]) -> Judgement:
    return Judgement(**{name: properties.get(name) for name in _FIELDS})  # type: ignore[arg-type]
