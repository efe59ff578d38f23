// Claims with their ends and their evidence.
UNWIND $rows AS row
MERGE (claim:Claim {id: row.id})
ON CREATE SET claim.loaded_at = $at, claim.review = 'unreviewed'
SET claim += row.properties
WITH claim, row
MATCH (passage:Passage {id: row.passage})
MERGE (claim)-[evidence:EVIDENCE]->(passage)
SET evidence.start = row.properties.start, evidence.end = row.properties.end
WITH claim, row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (claim)-[:SUBJECT]->(subject)
MERGE (claim)-[:OBJECT]->(object)
WITH claim, row WHERE row.counterpart IS NOT NULL
MATCH (counterpart:Entity {id: row.counterpart})
MERGE (claim)-[:COUNTERPART]->(counterpart)
