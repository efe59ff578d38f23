// A slice of the claims to review ($reviews names the states asked for), the least certain first, then as documents
// tell them: their ids.
MATCH (claim:Claim)
WHERE claim.review IN $reviews
  AND ($relation IS NULL OR claim.predicate = $relation)
  AND ($engine IS NULL OR claim.engine = $engine)
  AND ($documents IS NULL OR claim.document IN $documents)
  AND ($max_confidence IS NULL OR claim.confidence <= $max_confidence)
  AND ($entity IS NULL OR EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $entity}) })
WITH claim ORDER BY claim.confidence, claim.document, claim.start, claim.id SKIP $offset LIMIT $limit
RETURN claim.id AS id
ORDER BY claim.confidence, claim.document, claim.start, id
