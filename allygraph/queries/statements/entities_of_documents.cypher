// The entities that the live claims of the documents $ids name, best connected first, $limit at most.
UNWIND $ids AS id
MATCH (document:Document {id: id})
MATCH (claim:Claim {document: document.series})-[:SUBJECT|OBJECT|COUNTERPART]->(entity:Entity)
WHERE coalesce(claim.review, '') <> 'rejected'
WITH DISTINCT entity
WITH entity.id AS id, COUNT {
  (entity)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
} AS facts
ORDER BY facts DESC, id
LIMIT $limit
RETURN id
ORDER BY facts DESC, id
