// Title: Facts on which the sources disagree, with what is said for and against
// Param: $entity entity or null - only facts of this entity
// Column: subject string, relation string, object string, status string or null, grade string or null, for list
// Column: against list, fact_id string
// Order: subject, relation, object, fact_id
// Example: allygraph query conflicts
CALL () {
  MATCH (:Entity {id: $entity})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
    |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
  RETURN fact
  UNION
  WITH $entity AS asked
  WHERE asked IS NULL
  MATCH (:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(:Entity)
  RETURN fact
}
WITH fact
WHERE fact.conflict
WITH fact, startNode(fact) AS subject, endNode(fact) AS object,
  CASE WHEN type(fact) IN ['PARTNERS_WITH', 'COMPETES_WITH'] THEN true ELSE false END AS symmetric
RETURN subject.name AS subject, type(fact) AS relation, object.name AS object, fact.status AS status,
  fact.grade AS grade,
  COLLECT {
    MATCH (claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE claim.id IN fact.claim_ids AND document.retired_at IS NULL
    WITH DISTINCT passage, document
    RETURN {sentence: passage.text, document: document.title, published: document.published}
    ORDER BY document.published, passage.id
  } AS for,
  COLLECT {
    MATCH (subject)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim {polarity: 'negative'})
    WHERE claim.predicate = type(fact) AND coalesce(claim.review, '') <> 'rejected'
      AND (symmetric OR EXISTS { MATCH (claim)-[:SUBJECT]->(subject) })
    MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(object)
    MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE document.retired_at IS NULL
    WITH DISTINCT passage, document
    RETURN {sentence: passage.text, document: document.title, published: document.published}
    ORDER BY document.published, passage.id
  } AS against,
  fact.id AS fact_id
ORDER BY subject, relation, object, fact_id
