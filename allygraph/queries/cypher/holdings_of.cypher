// Title: What an owner holds, directly and through others
// Param: $organisation entity - the owner
// Column: level integer, owner string, relation string, owned string, status string or null, in_force boolean
// Column: is_last boolean, valid_from date or null, valid_to date or null, grade string or null, fact_id string
// Order: level, owner, owned, relation, fact_id
// Note: `is_last` tells that what is owned is not known to own anything.
// Note: Owners are those who own, acquire or found a joint venture; at most ten levels. `in_force` is false where a
// Note: link on every way is planned, halted or ended.
// Example: allygraph query holdings_of organisation="Digital Currency Group"
MATCH (start:Entity {id: $organisation})
MATCH (start)-[facts:OWNS|ACQUIRES|JOINT_VENTURE_IN]->{1,10}(end:Entity)
WITH end, facts[-1] AS fact, size(facts) AS length,
  none(link IN facts WHERE coalesce(link.status, '') IN ['planned', 'halted', 'ended']) AS firm
WITH end, fact, min(length) AS level, max(CASE WHEN firm THEN 1 ELSE 0 END) = 1 AS in_force
RETURN level, startNode(fact).name AS owner, type(fact) AS relation, endNode(fact).name AS owned, fact.status AS status,
  in_force, NOT EXISTS { (end)-[:OWNS|ACQUIRES|JOINT_VENTURE_IN]->() } AS is_last,
  fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade, fact.id AS fact_id
ORDER BY level, owner, owned, relation, fact_id
