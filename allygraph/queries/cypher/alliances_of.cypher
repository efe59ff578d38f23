// Title: Alliances of an organisation, with the evidence for each
// Param: $organisation entity - one of the parties
// Param: $status string or null - only those that have come to this: planned, announced, signed, active, halted, ended
// Param: $on date or null - only those in force then
// Column: alliance_id string, title string, kind string, status string or null, valid_from date or null
// Column: valid_to date or null, partners list, creates list, grade string or null, conflict boolean, evidence list
// Order: valid_from (unknown last), title, alliance_id
// Example: allygraph query alliances_of organisation="C2CX"
MATCH (:Entity {id: $organisation})-[:PARTY_TO]->(alliance:Alliance)
WHERE ($status IS NULL OR alliance.status = $status)
  AND ($on IS NULL OR (
    (alliance.valid_from IS NULL OR alliance.valid_from <= $on + '~')
    AND (alliance.valid_to IS NULL OR alliance.valid_to > left($on + '-01-01', 10)
      OR (size(alliance.valid_to) < 10 AND $on STARTS WITH alliance.valid_to))
    AND NOT coalesce(head(COLLECT {
      MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent)
      WHERE event.date IS NULL OR event.date <= $on + '~'
      RETURN event.status
      ORDER BY coalesce(event.date, '') DESC,
        CASE event.status WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2
          WHEN 'active' THEN 3 WHEN 'halted' THEN 4 ELSE 5 END DESC
      LIMIT 1
    }), alliance.status, '') IN ['planned', 'halted', 'ended']
  ))
RETURN DISTINCT alliance.id AS alliance_id, alliance.title AS title, alliance.kind AS kind, alliance.status AS status,
  alliance.valid_from AS valid_from, alliance.valid_to AS valid_to,
  COLLECT {
    MATCH (party:Entity)-[:PARTY_TO]->(alliance)
    WHERE party.id <> $organisation
    RETURN party.name ORDER BY party.name
  } AS partners,
  COLLECT { MATCH (alliance)-[:CREATES]->(venture:Entity) RETURN venture.name ORDER BY venture.name } AS creates,
  alliance.grade AS grade, coalesce(alliance.conflict, false) AS conflict,
  COLLECT {
    MATCH (claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE claim.id IN alliance.claim_ids
      AND document.retired_at IS NULL
    OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
    WITH claim, passage, document, source
    ORDER BY claim.polarity = 'negative', coalesce(claim.reliability, passage.reliability, document.reliability,
      source.reliability, 'F'), coalesce(claim.credibility, 6), claim.confidence DESC, document.published, claim.id
    RETURN DISTINCT {
      sentence: passage.text, document: document.title, published: document.published, source: source.name,
      reliability: coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability),
      polarity: claim.polarity, status: claim.status, likelihood: claim.likelihood_words
    }
  } AS evidence
ORDER BY valid_from, title, alliance_id
