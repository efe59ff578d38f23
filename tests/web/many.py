"""What the made-up graph lacks: many neighbours, many claims on one fact, and names meant to do harm."""

from __future__ import annotations

from allygraph.graph.store import Store

NEIGHBOURS = 60
CLAIMS = 200
HOSTILE = {
    "org-markup": "<script>alert(1)</script>",
    "org-scheme": "javascript:alert(1)//\" onload='x'",
    "org-turned": "Fair\u202eknaB\u202c Trust\u0000",
    "org-long": "Endless " * 1000,
}


def write_many(store: Store) -> None:
    """Writes all of it; `fac-many` is the fact, `org-hub` the entity."""
    store.write(
        """UNWIND range(1, $neighbours) AS number
        MERGE (hub:Entity:Organisation {id: 'org-hub'}) SET hub.name = 'Hubwood', hub.kind = 'Organisation'
        MERGE (other:Entity:Organisation {id: 'org-n' + number})
        SET other.name = 'Twig ' + number, other.kind = 'Organisation'
        MERGE (hub)-[fact:OWNS {id: 'fac-hub-' + number}]->(other)
        SET fact.status = 'active', fact.claims = 1, fact.claim_ids = []""",
        {"neighbours": NEIGHBOURS},
    )
    store.write(
        """MATCH (subject:Entity {id: 'org-hub'}), (object:Entity {id: 'org-fir'})
        MERGE (subject)-[fact:SUPPLIES {id: 'fac-many'}]->(object)
        SET fact.claim_ids = [number IN range(1, $claims) | 'cla-many-' + number], fact.claims = $claims
        MERGE (document:Document {id: 'doc-many'})
        SET document.title = 'Deliveries', document.published = '2021', document.series = 'doc-many'
        WITH subject, object, document
        UNWIND range(1, $claims) AS number
        CREATE (claim:Claim {id: 'cla-many-' + number, predicate: 'SUPPLIES', polarity: 'positive', engine: 'rules',
                             confidence: 0.5 + number / 1000.0, review: 'unreviewed', subject_text: 'Hubwood',
                             object_text: 'Fir Chips', start: number * 100, end: number * 100 + 7})
        CREATE (passage:Passage {id: 'pas-many-' + number, text: 'Hubwood supplies Fir Chips.', index: number - 1,
                                 start: number * 100, end: number * 100 + 27})
        CREATE (passage)-[:PART_OF {start: number * 100, end: number * 100 + 27, index: number - 1}]->(document)
        CREATE (claim)-[:EVIDENCE {start: number * 100, end: number * 100 + 7}]->(passage)
        CREATE (claim)-[:SUBJECT]->(subject)
        CREATE (claim)-[:OBJECT]->(object)""",
        {"claims": CLAIMS},
    )
    store.write(
        """UNWIND $names AS row
        MERGE (entity:Entity:Organisation {id: row[0]}) SET entity.name = row[1], entity.kind = 'Organisation'""",
        {"names": list(HOSTILE.items())},
    )
