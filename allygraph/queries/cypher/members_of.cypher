// Title: Members of a group, with the members of its groups
// Param: $group entity - the group, consortium or association
// Column: level integer, member string, kind string, group string, role string or null, status string or null
// Column: valid_from date or null, valid_to date or null, grade string or null, fact_id string
// Order: level, group, member, fact_id
// Note: Level 1 are members themselves; at most five levels.
// Example: allygraph query members_of group="HashKey Group"
MATCH (top:Entity {id: $group})
MATCH (top)<-[facts:MEMBER_OF]-{1,5}(member:Entity)
WITH member, facts[-1] AS fact, min(size(facts)) AS level
RETURN level, member.name AS member, member.kind AS kind, endNode(fact).name AS group, fact.role AS role,
  fact.status AS status, fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade,
  fact.id AS fact_id
ORDER BY level, group, member, fact_id
