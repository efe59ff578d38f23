// The alliances of the entities $ids, and how many of these are party to each.
UNWIND $ids AS id
MATCH (party:Entity {id: id})-[:PARTY_TO]->(alliance:Alliance)
RETURN alliance.id AS id, count(DISTINCT party) AS parties
ORDER BY id
