// Title: Alliances that are planned or announced and not yet signed
// Column: alliance_id string, title string, kind string, status string, since date or null, parties list
// Column: likelihood_low integer or null, likelihood_high integer or null, conflict boolean
// Column: denials list, evidence list
// Order: since (unknown last), title, alliance_id
// Note: `likelihood_low` and `likelihood_high` are percent, the least and the greatest that its claims say.
// Note: `denials` is what is said against an alliance of two of its parties.
// Example: allygraph query planned_alliances
MATCH (alliance:Alliance)
WHERE alliance.status IN ['planned', 'announced'] AND NOT EXISTS {
  MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent) WHERE event.status IN ['signed', 'active', 'halted', 'ended']
}
OPTIONAL MATCH (alliance)<-[:ABOUT]-(said:Claim {polarity: 'positive'})
WITH alliance, min(said.likelihood_low) AS likelihood_low, max(said.likelihood_high) AS likelihood_high
RETURN alliance.id AS alliance_id, alliance.title AS title, alliance.kind AS kind, alliance.status AS status,
  head(COLLECT {
    MATCH (alliance)-[:HAS_EVENT]->(event:StatusEvent) WHERE event.date IS NOT NULL
    RETURN event.date ORDER BY event.date LIMIT 1
  }) AS since,
  COLLECT { MATCH (party:Entity)-[:PARTY_TO]->(alliance) RETURN party.name ORDER BY party.name } AS parties,
  likelihood_low, likelihood_high, coalesce(alliance.conflict, false) AS conflict,
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
ORDER BY since, title, alliance_id
