// The steps in the life of alliances.
UNWIND $rows AS row
MATCH (alliance:Alliance {id: row.alliance})
MERGE (event:StatusEvent {id: row.id})
SET event += row.properties
MERGE (alliance)-[:HAS_EVENT]->(event)
WITH event, row
CALL (event, row) {
  UNWIND row.claims AS id
  MATCH (claim:Claim {id: id})
  MERGE (event)-[:STATED_BY]->(claim)
  RETURN count(*) AS claims
}
CALL (event, row) {
  UNWIND row.by AS id
  MATCH (entity:Entity {id: id})
  MERGE (event)-[:BROUGHT_ABOUT_BY]->(entity)
  RETURN count(*) AS authorities
}
RETURN count(*) AS events
