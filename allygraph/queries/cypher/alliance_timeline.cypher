// Title: Status events of alliances, earliest first
// Param: $organisation entity or null - only alliances of this party
// Param: $since date or null - only events from then on; leaves out undated ones
// Column: date date or null, event string, alliance_id string, title string, status string or null, parties list
// Column: by list, sources integer, evidence list
// Order: date (unknown last), title, alliance_id, the life of an alliance from planned to ended
// Note: `event` is what the alliance became, `status` what it is now.
// Example: allygraph query alliance_timeline organisation="C2CX"
MATCH (alliance:Alliance)-[:HAS_EVENT]->(event:StatusEvent)
WHERE ($organisation IS NULL OR EXISTS { MATCH (:Entity {id: $organisation})-[:PARTY_TO]->(alliance) })
  AND ($since IS NULL OR event.date + '~' >= $since)
RETURN event.date AS date, event.status AS event, alliance.id AS alliance_id, alliance.title AS title,
  alliance.status AS status,
  COLLECT { MATCH (party:Entity)-[:PARTY_TO]->(alliance) RETURN party.name ORDER BY party.name } AS parties,
  COLLECT { MATCH (event)-[:BROUGHT_ABOUT_BY]->(who:Entity) RETURN who.name ORDER BY who.name } AS by,
  COUNT {
    MATCH (event)-[:STATED_BY]->(:Claim)-[:EVIDENCE]->(:Passage)-[:PART_OF]->(document:Document)
    WHERE document.retired_at IS NULL
    MATCH (document)-[:PUBLISHED_BY]->(source:Source)
    RETURN DISTINCT source
  } AS sources,
  COLLECT {
    MATCH (event)-[:STATED_BY]->(claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE document.retired_at IS NULL
    OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
    RETURN DISTINCT {
      sentence: passage.text, document: document.title, published: document.published, source: source.name,
      reliability: coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability),
      polarity: claim.polarity, status: claim.status, likelihood: claim.likelihood_words
    } AS item
    ORDER BY item.polarity DESC, coalesce(item.reliability, 'F'), item.published, item.document, item.sentence,
      item.status
  } AS evidence
ORDER BY date, title, alliance_id,
  CASE event WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2 WHEN 'active' THEN 3 WHEN 'halted' THEN 4
    ELSE 5 END
