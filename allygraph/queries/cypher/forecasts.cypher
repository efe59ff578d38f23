// Title: Claims that state a likelihood, most likely first
// Param: $entity entity or null - only claims of this entity
// Column: subject string, relation string, object string, polarity string, status string or null, likelihood string
// Column: likelihood_low integer, likelihood_high integer, sentence string, document string, published date or null
// Column: claim_id string
// Order: likelihood_high (highest first), likelihood_low (highest first), subject, object, claim_id
// Note: Percent, after ICD 203; `likelihood` is what the text says.
// Example: allygraph query forecasts
MATCH (claim:Claim)
WHERE claim.likelihood_words IS NOT NULL AND coalesce(claim.review, '') <> 'rejected'
  AND ($entity IS NULL OR EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $entity}) })
MATCH (subject:Entity)<-[:SUBJECT]-(claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL
RETURN subject.name AS subject, claim.predicate AS relation, object.name AS object, claim.polarity AS polarity,
  claim.status AS status, claim.likelihood_words AS likelihood, claim.likelihood_low AS likelihood_low,
  claim.likelihood_high AS likelihood_high, passage.text AS sentence, document.title AS document,
  document.published AS published, claim.id AS claim_id
ORDER BY likelihood_high DESC, likelihood_low DESC, subject, object, claim_id
