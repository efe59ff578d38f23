// Title: Brokers: who stands between the communities of the network
// Param: $in_force boolean = true - false counts planned, halted and ended ties too
// Column: id string, name string, betweenness number, communities integer, partners integer, constraint number
// Order: betweenness (highest first), name, id
// Measure: brokers
// Note: A common place, rivalry and a stop by an authority make no tie.
// Note: Communities are Louvain's, with a fixed seed.
// Note: `betweenness` is the share of shortest paths, estimated above 500 entities; `communities` counts those with
// Note: which it has ties, its own included; a low `constraint` means partners who do not know one another.
// Example: allygraph query brokers
MATCH (source:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|LISTED_ON|HAS_ROLE|HOSTS]->(target:Entity)
WHERE NOT $in_force OR NOT coalesce(fact.status, '') IN ['planned', 'halted', 'ended']
RETURN DISTINCT source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name
ORDER BY source, target
