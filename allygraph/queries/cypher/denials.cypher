// Title: What is denied, and whether anything says the contrary
// Param: $entity entity or null - only denials that name this entity
// Column: subject string, relation string, object string, date date or null, contradicts boolean, sentence string
// Column: document string, published date or null, source string or null, reliability string or null, claim_id string
// Order: published (unknown last), subject, relation, object, claim_id
// Note: `contradicts` tells that a fact in the graph says what is denied here.
// Example: allygraph query denials
MATCH (claim:Claim)
WHERE claim.polarity = 'negative' AND coalesce(claim.review, '') <> 'rejected'
  AND ($entity IS NULL OR EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $entity}) })
MATCH (subject:Entity)<-[:SUBJECT]-(claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN subject.name AS subject, claim.predicate AS relation, object.name AS object, claim.date AS date,
  EXISTS {
    MATCH (subject)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
      |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(object)
    WHERE type(fact) = claim.predicate
      AND (startNode(fact) = subject OR claim.predicate IN ['PARTNERS_WITH', 'COMPETES_WITH'])
  } AS contradicts,
  passage.text AS sentence, document.title AS document, document.published AS published, source.name AS source,
  coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability) AS reliability,
  claim.id AS claim_id
ORDER BY published, subject, relation, object, claim_id
