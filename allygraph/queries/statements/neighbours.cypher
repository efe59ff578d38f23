// Who shares a fact with the entities $ids, best connected first: one row, as a list, which is read ten times faster than
// as many rows; $limit (null: none) cuts it.
UNWIND $ids AS id
MATCH (:Entity {id: id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS
  |POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other:Entity)
WHERE ($relations IS NULL OR type(fact) IN $relations)
  AND ($on IS NULL OR (
    (fact.valid_from IS NULL OR fact.valid_from <= $on + '~')
    AND (fact.valid_to IS NULL OR fact.valid_to > left($on + '-01-01', 10)
      OR (size(fact.valid_to) < 10 AND left($on + '-01-01', 10) STARTS WITH fact.valid_to))
    AND CASE fact.status
      WHEN 'planned' THEN false
      WHEN 'halted' THEN fact.valid_from IS NOT NULL AND fact.valid_to IS NOT NULL
      WHEN 'ended' THEN fact.valid_to IS NOT NULL
      ELSE true
    END
  ))
WITH DISTINCT other
WITH other.id AS id, COUNT {
  (other)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
} AS facts
ORDER BY facts DESC, id
LIMIT coalesce($limit, 1000000000)
WITH collect(id) AS ids
RETURN ids
ORDER BY size(ids)
