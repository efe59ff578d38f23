// How many claims there are to review, by the same conditions as review_slice.
MATCH (claim:Claim)
WHERE claim.review IN $reviews
  AND ($relation IS NULL OR claim.predicate = $relation)
  AND ($engine IS NULL OR claim.engine = $engine)
  AND ($documents IS NULL OR claim.document IN $documents)
  AND ($max_confidence IS NULL OR claim.confidence <= $max_confidence)
  AND ($entity IS NULL OR EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $entity}) })
RETURN count(claim) AS total
ORDER BY total
