// Facts from an entity to an alliance: who halted it.
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Alliance {id: row.object})
MERGE (subject)-[fact:$(row.predicate) {id: row.id}]->(object)
SET fact = row.properties
