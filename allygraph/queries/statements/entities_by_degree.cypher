// A slice of the entities, of the kind $kind or (null) any, those with most facts first: ids, and how many.
MATCH (entity:Entity)
WHERE $kind IS NULL OR entity.kind = $kind
WITH entity, COUNT {
  (entity)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
} AS facts
WITH entity.id AS id, facts
ORDER BY facts DESC, id
WITH collect(id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
