// Title: Alliances of an organisation, with the evidence for each
// Param: $organisation entity - one of the parties
// Param: $status string or null - only those that have come to this: planned, announced, signed, active, halted, ended
// Param: $on date or null - only those in force then
// Column: alliance_id string, title string, kind string, status string or null, valid_from date or null
// Column: valid_to date or null, partners list, creates list, grade string or null, conflict boolean
// Column: denials list, evidence list
// Order: valid_from (unknown last), title, alliance_id
// Note: `denials` is what is said against an alliance of two of its parties.
// Example: allygraph query alliances_of organisation="C2CX"
MATCH (:Entity {id: $organisation})-[:PARTY_TO]->(alliance:Alliance)
WHERE ($status IS NULL OR alliance.status = $status)
  AND ($on IS NULL OR (
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
    MATCH (one:Entity)-[:PARTY_TO]->(alliance)<-[:PARTY_TO]-(other:Entity)
    MATCH (one)<-[:SUBJECT]-(claim:Claim {polarity: 'negative'})-[:OBJECT]->(other)
    WHERE claim.predicate IN ['PARTNERS_WITH', 'JOINT_VENTURE_IN'] AND coalesce(claim.review, '') <> 'rejected'
    MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE document.retired_at IS NULL
    WITH DISTINCT passage, document
    RETURN {sentence: passage.text, document: document.title, published: document.published}
    ORDER BY document.published, passage.id
  } AS denials,
  COLLECT {
    MATCH (alliance)<-[:ABOUT]-(claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
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
ORDER BY valid_from, title, alliance_id
