// Title: Who owns an organisation or product, up to the top
// Param: $organisation entity - what is owned
// Column: level integer, owner string, relation string, owned string, status string or null, in_force boolean
// Column: is_top boolean, valid_from date or null, valid_to date or null, grade string or null, fact_id string
// Order: level, owner, owned, relation, fact_id
// Note: `is_top` tells that nobody is known to own the owner.
// Note: Owners are those who own, acquire or found a joint venture; at most ten levels. `in_force` is false where a
// Note: link on every way is planned, halted or ended.
// Example: allygraph query owners_of organisation="Foundry"
MATCH (start:Entity {id: $organisation})
MATCH (start)<-[facts:OWNS|ACQUIRES|JOINT_VENTURE_IN]-{1,10}(end:Entity)
WITH end, facts[-1] AS fact, size(facts) AS length,
  none(link IN facts WHERE coalesce(link.status, '') IN ['planned', 'halted', 'ended']) AS firm
WITH end, fact, min(length) AS level, max(CASE WHEN firm THEN 1 ELSE 0 END) = 1 AS in_force
RETURN level, startNode(fact).name AS owner, type(fact) AS relation, endNode(fact).name AS owned, fact.status AS status,
  in_force, NOT EXISTS { (end)<-[:OWNS|ACQUIRES|JOINT_VENTURE_IN]-() } AS is_top,
  fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade, fact.id AS fact_id
ORDER BY level, owner, owned, relation, fact_id
