// Title: Alliances that are planned or announced and not yet signed
// Column: alliance_id string, title string, kind string, status string, since date or null, parties list
// Column: likelihood_low integer or null, likelihood_high integer or null, conflict boolean, evidence list
// Order: since (unknown last), title, alliance_id
// Note: `likelihood_low` and `likelihood_high` are percent, the least and the greatest that its claims say.
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
ORDER BY since, title, alliance_id
