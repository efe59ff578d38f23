// The facts among the entities $ids.
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS
  |POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(target:Entity)
WHERE target.id IN $ids
  AND ($relations IS NULL OR type(fact) IN $relations)
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
RETURN source.id AS source, target.id AS target, type(fact) AS predicate, properties(fact) AS fact
ORDER BY fact.id
