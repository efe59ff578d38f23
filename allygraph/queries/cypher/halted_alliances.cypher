// Title: Alliances that were halted, and by whom
// Column: alliance_id string, title string, status string or null, parties list, halted_on date or null, halted_by list
// Column: before string or null, evidence list
// Order: halted_on (unknown last), title, alliance_id
// Note: `before` is what the alliance had come to before it was halted; `status` is the latest.
// Example: allygraph query halted_alliances
MATCH (alliance:Alliance)-[:HAS_EVENT]->(event:StatusEvent {status: 'halted'})
WITH alliance, min(event.date) AS halted_on, collect(event) AS events
RETURN alliance.id AS alliance_id, alliance.title AS title, alliance.status AS status,
  COLLECT { MATCH (party:Entity)-[:PARTY_TO]->(alliance) RETURN party.name ORDER BY party.name } AS parties,
  halted_on,
  COLLECT {
    CALL (alliance, events) {
      UNWIND events AS event
      MATCH (event)-[:BROUGHT_ABOUT_BY]->(who:Entity)
      RETURN who
      UNION
      MATCH (who:Entity)-[:HALTS]->(alliance)
      RETURN who
    }
    RETURN DISTINCT who.name AS name ORDER BY name
  } AS halted_by,
  head(COLLECT {
    MATCH (alliance)-[:HAS_EVENT]->(earlier:StatusEvent)
    WHERE NOT earlier.status IN ['halted', 'ended']
      AND (halted_on IS NULL OR earlier.date IS NULL OR earlier.date <= halted_on)
    RETURN earlier.status
    ORDER BY
      CASE earlier.status WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2 ELSE 3 END DESC
    LIMIT 1
  }) AS before,
  COLLECT {
    UNWIND events AS event
    MATCH (event)-[:STATED_BY]->(claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE document.retired_at IS NULL
    WITH DISTINCT passage, document
    RETURN {sentence: passage.text, document: document.title, published: document.published}
    ORDER BY document.published, passage.id
  } AS evidence
ORDER BY halted_on, title, alliance_id
