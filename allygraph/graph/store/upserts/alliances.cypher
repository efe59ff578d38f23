// Alliances with their parties and ventures; what they had before was removed.
UNWIND $rows AS row
MERGE (alliance:Alliance {id: row.id})
SET alliance += row.properties
WITH alliance, row
CALL (alliance, row) {
  UNWIND row.parties AS party
  MATCH (entity:Entity {id: party.entity})
  MERGE (entity)-[part:PARTY_TO]->(alliance)
  SET part += party.properties
  RETURN count(*) AS parties
}
CALL (alliance, row) {
  UNWIND row.creates AS venture
  MATCH (entity:Entity {id: venture})
  MERGE (alliance)-[:CREATES]->(entity)
  RETURN count(*) AS ventures
}
CALL (alliance, row) {
  UNWIND row.claims AS id
  MATCH (claim:Claim {id: id})
  MERGE (claim)-[:ABOUT]->(alliance)
  FOREACH (_ IN CASE WHEN claim.predicate = 'HALTS' THEN [1] ELSE [] END | MERGE (claim)-[:OBJECT]->(alliance))
  RETURN count(*) AS claims
}
RETURN count(*) AS alliances
