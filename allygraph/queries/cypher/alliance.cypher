// Title: An alliance in detail: one row per event of its life, with who brought it about and the evidence
// Param: $alliance string - its id, or its title
// Column: alliance_id string, title string, kind string, status string or null, parties list, creates list
// Column: step integer or null, event string or null, date date or null, by list, evidence list
// Order: title, alliance_id, step
// Note: `status` is the latest one; an alliance without known events has one row. An undated event stands
// Note: before the first dated one that comes later in the life of a deal.
// Example: allygraph query alliance alliance="C2CX and CyberTrust"
MATCH (alliance:Alliance)
WHERE alliance.id = $alliance OR alliance.title = $alliance
CALL (alliance) {
  OPTIONAL MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent)
  WITH event, CASE event.status WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2
    WHEN 'active' THEN 3 WHEN 'halted' THEN 4 ELSE 5 END AS stage
  WITH [one IN collect({event: event, stage: stage}) WHERE one.event IS NOT NULL] AS told
  UNWIND CASE WHEN size(told) = 0 THEN [null] ELSE told END AS one
  WITH one.event AS event, one.stage AS stage,
    coalesce(one.event.date, reduce(first = '~', other IN told |
      CASE WHEN other.stage > one.stage AND other.event.date < first THEN other.event.date ELSE first END)) AS place
  ORDER BY place, event.date IS NOT NULL, stage, event.id
  WITH collect(event) AS events
  UNWIND CASE WHEN size(events) = 0 THEN [null] ELSE range(1, size(events)) END AS step
  RETURN step, CASE WHEN step IS NULL THEN null ELSE events[step - 1] END AS event
}
RETURN alliance.id AS alliance_id, alliance.title AS title, alliance.kind AS kind, alliance.status AS status,
  COLLECT {
    MATCH (party:Entity)-[part:PARTY_TO]->(alliance)
    RETURN {name: party.name, role: part.role, contributes: part.contributes, currency: part.currency}
    ORDER BY party.name
  } AS parties,
  COLLECT { MATCH (alliance)-[:CREATES]->(venture:Entity) RETURN venture.name ORDER BY venture.name } AS creates,
  step, event.status AS event, event.date AS date,
  COLLECT { MATCH (event)-[:BROUGHT_ABOUT_BY]->(who:Entity) RETURN who.name ORDER BY who.name } AS by,
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
ORDER BY title, alliance_id, step
