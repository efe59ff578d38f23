// A slice of the entities, of the kind $kind or (null) any, by name whatever its case: ids, and how many.
MATCH (entity:Entity)
WHERE $kind IS NULL OR entity.kind = $kind
WITH entity.id AS id, toLower(entity.name) AS name
ORDER BY name, id
WITH collect(id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
