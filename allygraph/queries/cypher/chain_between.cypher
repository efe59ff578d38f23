// Title: The shortest chains of ties between two entities, one row per step
// Param: $first entity - where the chain begins
// Param: $second entity - where it ends
// Param: $in_force boolean = false - true leaves out what is planned, halted or ended
// Param: $limit integer = 10 - chains at most
// Column: chain integer, step integer, from string, relation string, direction string, to string
// Column: status string or null, grade string or null, fact_id string, from_id string, to_id string
// Order: chain, step
// Note: At most six steps. A common place, rivalry and a stop by an authority make no tie.
// Example: allygraph query chain_between first="C2CX" second="Bitmain"
MATCH (first:Entity {id: $first}), (second:Entity {id: $second})
MATCH path = ALL SHORTEST (first)((:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF
  |SUPPLIES|DEVELOPS|POWERED_BY|REGULATES|LISTED_ON|HAS_ROLE|HOSTS]-(:Entity)
  WHERE NOT $in_force OR NOT coalesce(fact.status, '') IN ['planned', 'halted', 'ended']){1,6}(second)
WITH nodes(path) AS stops, relationships(path) AS facts
ORDER BY [stop IN stops | stop.name], [fact IN facts | fact.id]
LIMIT $limit
WITH collect({stops: stops, facts: facts}) AS chains
UNWIND range(0, size(chains) - 1) AS number
UNWIND range(0, size(chains[number].facts) - 1) AS place
WITH number, place, chains[number].stops[place] AS here, chains[number].stops[place + 1] AS there,
  chains[number].facts[place] AS fact
RETURN number + 1 AS chain, place + 1 AS step, here.name AS from, type(fact) AS relation,
  CASE WHEN startNode(fact) = here THEN 'forward' ELSE 'back' END AS direction, there.name AS to,
  fact.status AS status, fact.grade AS grade, fact.id AS fact_id, here.id AS from_id, there.id AS to_id
ORDER BY chain, step
