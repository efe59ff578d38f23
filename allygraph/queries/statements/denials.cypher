// Claims that deny the facts $facts: the same predicate between the same ends, in the order given.
UNWIND $facts AS fact
MATCH (source:Entity {id: fact.source})<-[:SUBJECT]-(claim:Claim {polarity: 'negative', predicate: fact.predicate})
MATCH (claim)-[:OBJECT|COUNTERPART]->(:Entity {id: fact.target})
WHERE coalesce(claim.review, '') <> 'rejected'
  AND (claim.role IS NULL OR fact.role IS NULL OR claim.role = fact.role)
RETURN DISTINCT fact.id AS fact, claim.id AS claim
ORDER BY fact, claim
