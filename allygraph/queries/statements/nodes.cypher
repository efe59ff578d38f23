// The entities $ids with the number of their facts in the whole graph. Ends have no label, so that the store tells the
// number by the type without walking the twenty thousand facts of a hub; those that end at an alliance are taken off.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases, COUNT {
  (entity)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-()
} - COUNT { (entity)-[:HALTS]->(:Alliance) } AS facts
ORDER BY id
