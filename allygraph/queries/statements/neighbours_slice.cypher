// A slice of those who share a fact of $relations (null: any) with the entity $id, best connected first.
// One row: the ids, and how many there are. Ties of any kind count as connections, facts, claims and mentions alike: that
// number is kept by the store, where counting the facts of twenty thousand neighbours takes a tenth of a second. Those with
// as many stand in the order of the store, which is always the same: reading twenty thousand ids to sort by takes longer than
// all the rest.
MATCH (entity:Entity {id: $id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other:Entity)
WHERE $relations IS NULL OR type(fact) IN $relations
WITH DISTINCT other
WITH collect(other) AS others
CALL (others) {
  UNWIND others AS other
  WITH other, COUNT { (other)--() } AS ties
  ORDER BY ties DESC, other
  SKIP $offset LIMIT $limit
  RETURN collect(other.id) AS ids
}
RETURN ids, size(others) AS total
ORDER BY total
