// Those of the entities $ids that there are.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id
ORDER BY id
