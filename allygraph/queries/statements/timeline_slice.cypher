// A slice of the alliances, of the entity $id or (null) all, by their first date: ids, and how many.
MATCH (alliance:Alliance)
WHERE $id IS NULL OR EXISTS { MATCH (:Entity {id: $id})-[:PARTY_TO]->(alliance) }
OPTIONAL MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent)
WITH alliance, min(event.date) AS first
WITH alliance.id AS id, alliance.title AS title, coalesce(first, alliance.valid_from, '~') AS begins
ORDER BY begins, title, id
WITH collect(id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
