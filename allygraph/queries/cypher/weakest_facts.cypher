// Title: The weakest evidenced facts
// Param: $limit integer = 50 - rows at most
// Column: subject string, relation string, object string, status string or null, grade string or null
// Column: confidence number or null, origins integer, sources integer, claims integer, conflict boolean, fact_id string
// Order: disputed first, origins (fewest first), grade (worst first), sources, claims, confidence, fact_id
// Note: What one may want to check first.
// Example: allygraph query weakest_facts limit=10
MATCH (subject:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(object:Entity)
WITH subject, fact, object
ORDER BY coalesce(fact.conflict, false) DESC, coalesce(fact.origins, 0), coalesce(fact.grade, 'F6') DESC,
  fact.sources, fact.claims, fact.confidence, fact.id
LIMIT $limit
RETURN subject.name AS subject, type(fact) AS relation, object.name AS object, fact.status AS status,
  fact.grade AS grade, fact.confidence AS confidence, fact.origins AS origins, fact.sources AS sources,
  fact.claims AS claims, coalesce(fact.conflict, false) AS conflict, fact.id AS fact_id
ORDER BY coalesce(fact.conflict, false) DESC, coalesce(fact.origins, 0), coalesce(fact.grade, 'F6') DESC,
  fact.sources, fact.claims, fact.confidence, fact.id
