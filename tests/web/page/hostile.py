"""A document whose words are meant to do harm, beyond the usual letters too."""

from __future__ import annotations

from allygraph.graph.store import Store

ROCKETS = "🚀🚀 Союз «<script>alert(1)</script>» и Birch Trust подписали договор."
IMAGE = "<img src=x onerror=alert(1)> says nothing."
#: What the claim says, in characters of the sentence: from the name in Cyrillic to the last word.
WORDS = (3, len(ROCKETS) - 1)
NAME = ROCKETS.index("Birch Trust")


def write_hostile(store: Store) -> None:
    """Writes the document `doc-hostile`, and the fact `fac-hostile` with one claim."""
    store.write(
        """MATCH (subject:Entity {id: 'org-markup'}), (object:Entity {id: 'org-birch'})
        MERGE (subject)-[fact:SUPPLIES {id: 'fac-hostile'}]->(object)
        SET fact.status = 'planned', fact.claims = 1, fact.claim_ids = ['cla-hostile']
        CREATE (document:Document {id: 'doc-hostile', title: '<b>Bold</b>', published: '2015', series: 'doc-hostile',
                                   uri: 'javascript:alert(1)'})
        CREATE (claim:Claim {id: 'cla-hostile', predicate: 'SUPPLIES', polarity: 'positive', status: 'planned',
                             engine: 'rules', confidence: 0.5, review: 'unreviewed', fact_ids: ['fac-hostile'],
                             subject_text: '<script>alert(1)</script>', object_text: 'Birch Trust'})
        CREATE (claim)-[:SUBJECT]->(subject)
        CREATE (claim)-[:OBJECT]->(object)
        WITH document, claim
        UNWIND range(0, size($texts) - 1) AS number
        CREATE (passage:Passage {id: 'pas-hostile-' + number, text: $texts[number], index: number})
        CREATE (passage)-[:PART_OF {start: number * 1000, end: number * 1000 + 100, index: number}]->(document)
        WITH claim, passage, number WHERE number = 1
        MATCH (named:Entity {id: 'org-birch'})
        CREATE (claim)-[:EVIDENCE {start: 1000 + $start, end: 1000 + $end}]->(passage)
        CREATE (passage)-[:MENTIONS {text: 'Birch Trust', key: 'org-birch', start: 1000 + $name,
                                        end: 1000 + $name + 11}]->(named)""",
        {"texts": [IMAGE, ROCKETS], "start": WORDS[0], "end": WORDS[1], "name": NAME},
    )


def remove_hostile(store: Store) -> None:
    """Leaves the graph as it was."""
    store.write(
        """MATCH (node:Document|Claim|Passage) WHERE node.id STARTS WITH 'doc-hostile' OR node.id = 'cla-hostile'
          OR node.id STARTS WITH 'pas-hostile' DETACH DELETE node"""
    )
    store.write("MATCH ()-[fact:SUPPLIES {id: 'fac-hostile'}]->() DELETE fact")
