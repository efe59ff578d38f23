// Title: The best evidenced facts
// Param: $limit integer = 50 - rows at most
// Column: subject string, relation string, object string, status string or null, grade string or null
// Column: confidence number or null, origins integer, sources integer, claims integer, conflict boolean, fact_id string
// Order: undisputed first, origins (most first), grade, sources, claims, confidence, fact_id
// Note: An origin is a document together with its copies, so that copies count once. A1 is the best grade, F6 the last.
// Example: allygraph query strongest_facts limit=10
MATCH (subject:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(object:Entity)
WITH subject, fact, object
ORDER BY coalesce(fact.conflict, false), fact.origins DESC, coalesce(fact.grade, 'F6'), fact.sources DESC,
  fact.claims DESC, fact.confidence DESC, fact.id
LIMIT $limit
RETURN subject.name AS subject, type(fact) AS relation, object.name AS object, fact.status AS status,
  fact.grade AS grade, fact.confidence AS confidence, fact.origins AS origins, fact.sources AS sources,
  fact.claims AS claims, coalesce(fact.conflict, false) AS conflict, fact.id AS fact_id
ORDER BY coalesce(fact.conflict, false), fact.origins DESC, coalesce(fact.grade, 'F6'), fact.sources DESC,
  fact.claims DESC, fact.confidence DESC, fact.id
