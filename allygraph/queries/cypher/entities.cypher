// Title: Entities with the number of their facts, alliances and mentions
// Param: $kind string or null - Organisation, Person, Product or Place
// Param: $limit integer = 100 - rows at most
// Column: entity_id string, name string, kind string, aliases list, facts integer, alliances integer, mentions integer
// Order: facts (most first), name, entity_id
// Example: allygraph query entities kind=Organisation
MATCH (entity:Entity)
WHERE $kind IS NULL OR entity.kind = $kind
WITH entity, COUNT {
  (entity)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
} AS facts
ORDER BY facts DESC, entity.name, entity.id
LIMIT $limit
RETURN entity.id AS entity_id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases, facts,
  COUNT { (entity)-[:PARTY_TO]->(:Alliance) } AS alliances,
  COUNT { (entity)<-[:MENTIONS]-(:Passage) } AS mentions
ORDER BY facts DESC, name, entity_id
