// Title: Facts that rest on one source, or on documents that copy one another
// Param: $limit integer = 200 - rows at most
// Column: subject string, relation string, object string, status string or null, grade string or null
// Column: why string, claims integer, sources list, fact_id string
// Order: subject, relation, object, fact_id
// Note: `why` is 'one source', or 'one origin' where several sources published copies of one text.
// Example: allygraph query single_source_facts
MATCH (subject:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(object:Entity)
WHERE fact.sources = 1 OR fact.origins = 1
WITH subject, fact, object
ORDER BY subject.name, type(fact), object.name, fact.id
LIMIT $limit
RETURN subject.name AS subject, type(fact) AS relation, object.name AS object, fact.status AS status,
  fact.grade AS grade, CASE WHEN fact.sources = 1 THEN 'one source' ELSE 'one origin' END AS why, fact.claims AS claims,
  COLLECT {
    MATCH (claim:Claim)-[:EVIDENCE]->(:Passage)-[:PART_OF]->(document:Document)-[:PUBLISHED_BY]->(source:Source)
    WHERE claim.id IN fact.claim_ids AND document.retired_at IS NULL
    RETURN DISTINCT source.name AS name ORDER BY name
  } AS sources, fact.id AS fact_id
ORDER BY subject, relation, object, fact_id
