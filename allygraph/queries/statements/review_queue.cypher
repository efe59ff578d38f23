// The claims to review ($reviews names the states asked for), the least certain first, then as documents tell them.
MATCH (claim:Claim)
WHERE claim.review IN $reviews
  AND ($relation IS NULL OR claim.predicate = $relation)
  AND ($engine IS NULL OR claim.engine = $engine)
  AND ($documents IS NULL OR claim.document IN $documents)
  AND ($max_confidence IS NULL OR claim.confidence <= $max_confidence)
  AND ($entity IS NULL OR EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $entity}) })
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL
WITH claim, passage, document ORDER BY claim.confidence, claim.document, claim.start, claim.id LIMIT $limit
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN claim.id AS claim_id, claim.confidence AS confidence, claim.predicate AS predicate, subject.name AS subject,
  object.name AS object, claim.status AS status, passage.text AS sentence, document.title AS document,
  document.published AS published, claim.engine AS engine, claim.polarity AS polarity, claim.date AS date,
  claim.role AS role, claim.review AS review, claim.reviewed_by AS reviewed_by, claim.review_reason AS reason
ORDER BY confidence, claim.document, claim.start, claim_id
