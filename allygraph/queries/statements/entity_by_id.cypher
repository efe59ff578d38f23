// The entity with this id, or that which claims made under this id stand for now.
CALL () {
  MATCH (entity:Entity {id: $text})
  RETURN entity, 0 AS rank
  UNION
  MATCH (claim:Claim {subject_key: $text})-[:SUBJECT]->(entity:Entity)
  RETURN DISTINCT entity, 1 AS rank
  UNION
  MATCH (claim:Claim {object_key: $text})-[:OBJECT]->(entity:Entity)
  RETURN DISTINCT entity, 1 AS rank
}
WITH entity, min(rank) AS rank
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases, rank
ORDER BY rank, id
