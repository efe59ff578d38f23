// The entities that bear one of the normal forms $keys; `acronym` tells that they do so as an acronym only.
UNWIND $keys AS key
MATCH (name:Name {key: key})<-[:NAMED]-(entity:Entity)
WITH entity, min(CASE WHEN coalesce(name.acronym, false) THEN 1 ELSE 0 END) = 1 AS acronym
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases, acronym
ORDER BY acronym, id
