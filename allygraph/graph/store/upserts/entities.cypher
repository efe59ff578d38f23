// Entities as resolution sees them. The label comes from the kinds, never from a text.
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
REMOVE entity:$(row.others)
SET entity += row.properties, entity:`__Entity__`, entity:$(row.properties.kind)
WITH entity, row
OPTIONAL MATCH (entity)-[old:NAMED]->(name:Name) WHERE NOT name.key IN row.names
DELETE old
WITH DISTINCT entity, row
UNWIND row.names AS key
MERGE (name:Name {key: key})
MERGE (entity)-[:NAMED]->(name)
