// Facts between entities. The type comes from the kinds, never from a text.
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (subject)-[fact:$(row.predicate) {id: row.id}]->(object)
SET fact = row.properties
