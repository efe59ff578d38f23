"""A generated graph for measuring the explorer: organisations, facts among them, one with very many neighbours."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from allygraph.graph.store import Store

HUB = "org-g000000"
_BATCH = 10_000
_SYLLABLES = "ka lo mi ter ven or sa dri quo ban fel gor hal ix jun kel lum nor pra rho sten tul vor wex yar zim"
_ENDINGS = (
    "Holdings",
    "Group",
    "Bank",
    "Capital",
    "Technologies",
    "Labs",
    "Exchange",
    "Foundation",
    "Partners",
    "Mining",
)
_RELATIONS = ("PARTNERS_WITH", "OWNS", "SUPPLIES", "INVESTS_IN", "MEMBER_OF")
Item = TypeVar("Item")


def write_generated(store: Store, entities: int, neighbours: int, seed: int = 1) -> list[str]:
    """Writes so many entities, twice as many facts (few entities have most) and a hub; gives the names."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES.split(), k=3)).capitalize() for _ in range(8_000)]
    names = [f"{chance.choice(words)} {chance.choice(words)} {chance.choice(_ENDINGS)}" for _ in range(entities)]
    for batch in _batches([{"id": _id(number), "name": name} for number, name in enumerate(names)]):
        store.write(
            """UNWIND $rows AS row
            CREATE (entity:Entity:Organisation {id: row.id, name: row.name, kind: 'Organisation', keys: [row.id]})
            CREATE (:Name {key: row.id})<-[:NAMED]-(entity)""",
            {"rows": batch},
        )
    ends = generated_ends(entities, neighbours, seed)
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number, (subject, target) in enumerate(ends):
        row = {"id": f"fac-g{number}", "subject": _id(subject), "object": _id(target), "year": str(1990 + number % 35)}
        facts[chance.choice(_RELATIONS)].append(row)
    for relation, rows in facts.items():
        for batch in _batches(rows):
            store.write(_FACTS.format(relation=relation), {"rows": batch})
    return names


def generated_ends(entities: int, neighbours: int, seed: int = 1) -> list[tuple[int, int]]:
    """Subject and object of each fact, by number of the entity; number 0 is the hub."""
    chance = random.Random(seed)
    ends = [(int(entities * chance.random() ** 2.5), chance.randrange(1, entities)) for _ in range(2 * entities)]
    return ends + [(0, other) for other in chance.sample(range(1, entities), neighbours)]


_FACTS = """UNWIND $rows AS row
MATCH (subject:Entity {{id: row.subject}}) MATCH (object:Entity {{id: row.object}})
CREATE (subject)-[:{relation} {{id: row.id, status: 'active', valid_from: row.year, claims: 1, sources: 1, origins: 1,
                                confidence: 0.9, grade: 'B2', claim_ids: [row.id]}}]->(object)"""


def _id(number: int) -> str:
    return f"org-g{number:06}"


def _batches(rows: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
