// A slice of those who share a fact of $relations (null: any) with the entity $id, best connected first.
// One row: the ids, and how many there are.
MATCH (entity:Entity {id: $id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other:Entity)
WHERE $relations IS NULL OR type(fact) IN $relations
WITH DISTINCT other
WITH other.id AS id, COUNT {
  (other)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-()
} AS facts
ORDER BY facts DESC, id
WITH collect(id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
