// The claims behind the alliance $id, strongest first: a slice of their ids, and how many.
MATCH (:Alliance {id: $id})<-[:ABOUT]-(claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE coalesce(claim.review, '') <> 'rejected'
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
WITH claim, min(coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability, 'F')) AS grade
ORDER BY claim.polarity = 'negative', grade, coalesce(claim.credibility, 6), claim.confidence DESC, claim.published,
  claim.id
WITH collect(claim.id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
