// The alliances $ids with their parties, ventures and events.
UNWIND $ids AS id
MATCH (alliance:Alliance {id: id})
WHERE ($on IS NULL OR (
    (alliance.valid_from IS NULL OR alliance.valid_from <= $on + '~')
    AND (alliance.valid_to IS NULL OR alliance.valid_to > left($on + '-01-01', 10)
      OR (size(alliance.valid_to) < 10 AND left($on + '-01-01', 10) STARTS WITH alliance.valid_to))
    AND CASE alliance.status
      WHEN 'planned' THEN false
      WHEN 'halted' THEN alliance.valid_from IS NOT NULL AND alliance.valid_to IS NOT NULL
      WHEN 'ended' THEN alliance.valid_to IS NOT NULL
      ELSE true
    END
  ))
RETURN properties(alliance) AS alliance,
  COLLECT {
    MATCH (party:Entity)-[part:PARTY_TO]->(alliance)
    RETURN {id: party.id, name: party.name, role: part.role, contributes: part.contributes, currency: part.currency}
    ORDER BY party.id
  } AS parties,
  COLLECT { MATCH (alliance)-[:CREATES]->(venture:Entity) RETURN venture.name ORDER BY venture.name } AS creates,
  COLLECT {
    MATCH (alliance)-[:CREATES]->(venture:Entity)
    RETURN {id: venture.id, name: venture.name} AS venture
    ORDER BY venture.id
  } AS ventures,
  COLLECT {
    MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent)
    RETURN {
      status: event.status,
      date: event.date,
      by: COLLECT { MATCH (event)-[:BROUGHT_ABOUT_BY]->(entity:Entity) RETURN entity.name ORDER BY entity.name },
      claims: COLLECT { MATCH (event)-[:STATED_BY]->(claim:Claim) RETURN claim.id ORDER BY claim.id }
    }
    ORDER BY event.id
  } AS events
ORDER BY alliance.id
