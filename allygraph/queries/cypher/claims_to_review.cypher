// Title: Claims that nobody has reviewed, the least certain first
// Param: $limit integer = 20 - rows at most
// Column: claim_id string, confidence number, predicate string, subject string, object string, status string or null
// Column: sentence string, document string, published date or null, engine string
// Order: confidence, claim_id
// Example: allygraph query claims_to_review limit=10
MATCH (claim:Claim {review: 'unreviewed'})-[:EVIDENCE]->(passage:Passage)
WITH claim, passage ORDER BY claim.confidence, claim.id LIMIT $limit
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
MATCH (passage)-[:PART_OF]->(document:Document) WHERE document.retired_at IS NULL
RETURN claim.id AS claim_id, claim.confidence AS confidence, claim.predicate AS predicate, subject.name AS subject,
       object.name AS object, claim.status AS status, passage.text AS sentence, document.title AS document,
       document.published AS published, claim.engine AS engine
ORDER BY confidence, claim_id
