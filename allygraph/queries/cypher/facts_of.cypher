// Title: Every fact of an entity, and what is denied of it
// Param: $entity entity - subject or object
// Column: subject string, relation string, object string, role string or null, status string or null
// Column: polarity string, amount number or null, currency string or null, valid_from date or null
// Column: valid_to date or null, grade string or null, claims integer, origins integer, conflict boolean, id string
// Order: relation, subject, object, polarity (positive last), id
// Note: A row of negative polarity is a claim that denies; its id is that of the claim, and it has no status.
// Example: allygraph query facts_of entity="Foundry"
MATCH (entity:Entity {id: $entity})
CALL (entity) {
  MATCH (entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other)
  RETURN coalesce(startNode(fact).name, startNode(fact).title) AS subject, type(fact) AS relation,
    coalesce(endNode(fact).name, endNode(fact).title) AS object, fact.role AS role, fact.status AS status,
    'positive' AS polarity, fact.amount AS amount, fact.currency AS currency, fact.valid_from AS valid_from,
    fact.valid_to AS valid_to, fact.grade AS grade, fact.claims AS claims, fact.origins AS origins,
    coalesce(fact.conflict, false) AS conflict, fact.id AS id
  UNION
  MATCH (entity)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim {polarity: 'negative'})
  WHERE coalesce(claim.review, '') <> 'rejected'
  RETURN claim.subject_text AS subject, claim.predicate AS relation, claim.object_text AS object, claim.role AS role,
    null AS status, 'negative' AS polarity, claim.amount AS amount, claim.currency AS currency,
    claim.date AS valid_from, null AS valid_to, null AS grade, 1 AS claims, 1 AS origins, false AS conflict,
    claim.id AS id
}
RETURN subject, relation, object, role, status, polarity, amount, currency, valid_from, valid_to, grade, claims,
  origins, conflict, id
ORDER BY relation, subject, object, polarity, id
