// The claims behind the fact $id and those that deny it, strongest first: a slice of their ids, and how many.
// Without the fact there are none.
OPTIONAL MATCH (subject:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(object)
WHERE fact.id = $id
WITH subject, object, fact LIMIT 1
CALL (subject, object, fact) {
  UNWIND fact.claim_ids AS id
  MATCH (claim:Claim {id: id})
  RETURN claim
  UNION
  MATCH (subject)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim {polarity: 'negative'})
  WHERE coalesce(fact.conflict, false) AND claim.predicate = type(fact)
    AND coalesce(claim.review, '') <> 'rejected'
    AND (type(fact) IN ['PARTNERS_WITH', 'COMPETES_WITH'] OR EXISTS { MATCH (claim)-[:SUBJECT]->(subject) })
    AND EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(object) }
    AND (claim.role IS NULL OR fact.role IS NULL OR claim.role = fact.role)
  RETURN claim
}
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
WITH claim, min(coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability, 'F')) AS grade
ORDER BY claim.polarity = 'negative', grade, coalesce(claim.credibility, 6), claim.confidence DESC, claim.published,
  claim.id
WITH collect(claim.id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
