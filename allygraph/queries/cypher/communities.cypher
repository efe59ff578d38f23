// Title: Communities: entities with more ties among themselves than to others
// Param: $in_force boolean = true - false counts planned, halted and ended ties too
// Column: community integer, size integer, id string, name string
// Order: size (largest first), community, name, id
// Measure: communities
// Note: A common place, rivalry and a stop by an authority make no tie.
// Note: Communities are Louvain's, with a fixed seed.
// Example: allygraph query communities
MATCH (source:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|LISTED_ON|HAS_ROLE|HOSTS]->(target:Entity)
WHERE NOT $in_force OR NOT coalesce(fact.status, '') IN ['planned', 'halted', 'ended']
RETURN DISTINCT source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name
ORDER BY source, target
