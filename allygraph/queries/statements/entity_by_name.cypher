// The entities that bear one of the names $keys, each a key with a rank, or whose id is $text (rank 0).
CALL () {
  MATCH (entity:Entity {id: $text})
  RETURN entity, 0 AS rank
  UNION
  UNWIND $keys AS row
  MATCH (name:Name {key: row.key})<-[:NAMED]-(entity:Entity)
  RETURN entity, row.rank AS rank
}
WITH entity, min(rank) AS rank
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases, rank
ORDER BY rank, id
