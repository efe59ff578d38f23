// Entities as resolution sees them; labels follow in a statement per kind.
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
SET entity += row.properties, entity:`__Entity__`
WITH entity, row
OPTIONAL MATCH (entity)-[old:NAMED]->(name:Name) WHERE NOT name.key IN row.names
DELETE old
WITH DISTINCT entity, row
UNWIND row.names AS key
MERGE (name:Name {key: key})
MERGE (entity)-[:NAMED]->(name)
