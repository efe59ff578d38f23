"""Entities in the store: who bears a name, which passages mention them, moving a key from one to another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.kinds import entity_kinds
from allygraph.graph.model import DocumentContent, Passage
from allygraph.graph.store.connection import Transaction
from allygraph.graph.store.statements import statement


@dataclass(frozen=True, slots=True)
class KeyNames:
    """How a key is written: each spelling with how often passages use it, and the entity it stands for now."""

    key: str
    entity: str
    spellings: Mapping[str, int]
    documents: int


@dataclass(frozen=True, slots=True)
class PresentedEntity:
    """An entity as it is to be shown: the keys it stands for and the normal names it can be found by."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]


def key_names_by_name(transaction: Transaction, names: Iterable[str]) -> list[KeyNames]:
    """The keys of all live entities that bear one of these normal names; sorted by key."""
    rows = transaction.run(
        """MATCH (name:Name) WHERE name.key IN $names
        MATCH (name)<-[:NAMED]-(entity:Entity)
        RETURN collect(DISTINCT entity.id) AS ids""",
        {"names": list(names)},
    )
    return key_names_of(transaction, rows[0]["ids"])


def key_names_of(transaction: Transaction, entities: Iterable[str]) -> list[KeyNames]:
    """The keys that these entities stand for, as live passages write them; sorted by key."""
    rows = transaction.run(
        """MATCH (entity:Entity) WHERE entity.id IN $ids
        MATCH (entity)<-[mention:MENTIONS]-(passage:Passage)
        WITH entity.id AS entity, mention.key AS key, mention.text AS text,
             count(*) AS uses, collect(DISTINCT passage.series) AS series
        RETURN key, entity, collect([text, uses]) AS spellings, collect(series) AS series ORDER BY key""",
        {"ids": list(entities)},
    )
    return [
        KeyNames(
            row["key"], row["entity"], dict(row["spellings"]), len({one for many in row["series"] for one in many})
        )
        for row in rows
    ]


def entities_with_keys(transaction: Transaction, keys: Iterable[str]) -> dict[str, str]:
    """The live entity that each key stands for, by key; keys unknown to the store are missing."""
    rows = transaction.run(
        """MATCH (name:Name) WHERE name.key IN $keys
        MATCH (name)<-[:NAMED]-(entity:Entity) WHERE name.key IN entity.keys
        RETURN name.key AS key, entity.id AS id""",
        {"keys": list(keys)},
    )
    return {row["key"]: row["id"] for row in rows}


def presented_entities(transaction: Transaction, ids: Iterable[str]) -> dict[str, PresentedEntity]:
    """The live entities with these ids as they are shown now, by id; without the names they are found by."""
    rows = transaction.run(
        """MATCH (entity:Entity) WHERE entity.id IN $ids AND entity.name IS NOT NULL
        RETURN entity.id AS id, entity.kind AS kind, entity.name AS name, entity.aliases AS aliases,
               entity.keys AS keys""",
        {"ids": list(ids)},
    )
    return {
        row["id"]: PresentedEntity(row["id"], row["kind"], row["name"], tuple(row["aliases"]), tuple(row["keys"]), ())
        for row in rows
    }


def touch_entities(transaction: Transaction, ids: Iterable[str]) -> None:
    """Makes sure that there is a node for each of these ids; what it shows is written later."""
    # Without its name a revived entity differs from what it shows now, so labels and names are written again.
    transaction.run(
        """MATCH (entity:RetiredEntity) WHERE entity.id IN $ids
        SET entity:Entity REMOVE entity:RetiredEntity, entity.name""",
        {"ids": list(ids)},
    )
    transaction.run("UNWIND $ids AS id MERGE (:Entity {id: id})", {"ids": list(ids)})


def mentioned_entities(transaction: Transaction, documents: Iterable[str]) -> list[str]:
    """The entities that passages of these versions mention."""
    rows = transaction.run(
        """MATCH (document:Document) WHERE document.id IN $ids
        MATCH (document)<-[:PART_OF]-(:Passage)-[:MENTIONS]->(entity:Entity) RETURN DISTINCT entity.id AS id""",
        {"ids": list(documents)},
    )
    return [row["id"] for row in rows]


def write_entities(transaction: Transaction, entities: Sequence[PresentedEntity]) -> None:
    """Writes what entities show: labels, names, keys."""
    before = _names_of(transaction, [entity.id for entity in entities])
    rows = [
        {
            "id": entity.id,
            # A key is found the way a name is: by one index.
            "names": [*entity.names, *entity.keys],
            "others": [kind for kind in entity_kinds() if kind != entity.kind],
            "properties": {
                "kind": entity.kind,
                "name": entity.name,
                "aliases": list(entity.aliases),
                "keys": list(entity.keys),
            },
        }
        for entity in entities
    ]
    transaction.run(statement("entities"), {"rows": rows})
    _drop_unborne(transaction, before)


def retire_entities(transaction: Transaction, ids: Sequence[str]) -> None:
    """Takes entities that no live passage mentions out of sight; retired claims keep pointing at them."""
    every = ":".join(entity_kinds())
    before = _names_of(transaction, ids)
    transaction.run(
        f"""MATCH (entity:Entity) WHERE entity.id IN $ids
        OPTIONAL MATCH (entity)-[named:NAMED]->() DELETE named
        WITH DISTINCT entity
        SET entity:RetiredEntity REMOVE entity:Entity:`__Entity__`:{every}""",
        {"ids": list(ids)},
    )
    _drop_unborne(transaction, before)


def _names_of(transaction: Transaction, ids: Sequence[str]) -> list[str]:
    rows = transaction.run(
        "MATCH (entity:Entity)-[:NAMED]->(name:Name) WHERE entity.id IN $ids RETURN DISTINCT name.key AS key",
        {"ids": list(ids)},
    )
    return [row["key"] for row in rows]


def _drop_unborne(transaction: Transaction, names: Sequence[str]) -> None:
    transaction.run(
        "MATCH (name:Name) WHERE name.key IN $names AND NOT (name)<-[:NAMED]-() DELETE name", {"names": names}
    )


def write_mentions(transaction: Transaction, contents: Sequence[DocumentContent], resolved: Mapping[str, str]) -> None:
    """Writes the mentions of documents that have none; `resolved` leads from key to entity."""
    rows = [row for content in contents for row in _mention_rows(content, resolved)]
    transaction.run(statement("mentions"), {"rows": rows})


def drop_mentions(transaction: Transaction, documents: Iterable[str]) -> None:
    """Removes the mentions of every passage of these versions."""
    transaction.run(
        """MATCH (document:Document) WHERE document.id IN $ids
        MATCH (document)<-[:PART_OF]-(:Passage)-[mention:MENTIONS]->() DELETE mention""",
        {"ids": list(documents)},
    )


def _mention_rows(content: DocumentContent, resolved: Mapping[str, str]) -> list[dict[str, object]]:
    starts = [passage.start for passage in content.passages]
    return [
        {
            "passage": passage.id,
            "entity": resolved[entity.key],
            "key": entity.key,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
        }
        for entity in content.entities
        for mention in entity.mentions
        if (passage := _holder(content.passages, starts, mention.start))
    ]


def _holder(passages: Sequence[Passage], starts: Sequence[int], place: int) -> Passage | None:
    at = bisect_right(starts, place) - 1
    return passages[at] if at >= 0 and place < passages[at].end else None


def move_keys(transaction: Transaction, moves: Mapping[str, str]) -> None:
    """Makes keys stand for other entities: their mentions and claims follow, retired claims too."""
    rows = [{"key": key, "entity": entity} for key, entity in sorted(moves.items())]
    transaction.run(
        """UNWIND $rows AS row
        MATCH (target:Entity {id: row.entity})
        MATCH (:Name {key: row.key})<-[:NAMED]-(holder:Entity) WHERE row.key IN holder.keys AND holder.id <> row.entity
        MATCH (passage:Passage)-[mention:MENTIONS {key: row.key}]->(holder)
        CREATE (passage)-[moved:MENTIONS]->(target) SET moved = properties(mention)
        DELETE mention""",
        {"rows": rows},
    )
    for end, relation in (("subject_key", "SUBJECT"), ("object_key", "OBJECT"), ("counterpart_key", "COUNTERPART")):
        for label in ("Claim", "RetiredClaim"):
            transaction.run(
                f"""UNWIND $rows AS row
                MATCH (target:Entity {{id: row.entity}})
                MATCH (claim:{label} {{{end}: row.key}})-[old:{relation}]->(holder)
                WHERE NOT holder:Alliance AND holder.id <> row.entity
                DELETE old
                MERGE (claim)-[:{relation}]->(target)""",
                {"rows": rows},
            )


def rename_key(transaction: Transaction, key: str, renamed: str, series: str) -> bool:
    """Puts another key in place of one, in one document only; whether the document used it.

    The renamed mentions and claims stay with their entity until keys are moved.
    """
    rows = transaction.run(
        """MATCH (document:Document {series: $series}) WHERE document.retired_at IS NULL
        MATCH (document)<-[:PART_OF]-(:Passage)-[mention:MENTIONS {key: $key}]->(entity:Entity)
        SET mention.key = $renamed
        WITH DISTINCT entity
        SET entity.keys = entity.keys + $renamed
        MERGE (name:Name {key: $renamed})
        MERGE (entity)-[:NAMED]->(name)
        RETURN count(*) AS entities""",
        {"series": series, "key": key, "renamed": renamed},
    )
    for end in ("subject_key", "object_key", "counterpart_key"):
        transaction.run(
            f"MATCH (claim:Claim {{document: $series}}) WHERE claim.{end} = $key SET claim.{end} = $renamed",
            {"series": series, "key": key, "renamed": renamed},
        )
    return bool(rows[0]["entities"])
