// The entities of the whole graph, best connected first: ids up to $limit, and how many there are.
// With $relations or $on only entities that have such a fact count. The end has a label, so that the facts of an entity
// are walked once: without it the store counts type by type, which takes twice as long.
MATCH (entity:Entity)
WITH entity, CASE
  WHEN $relations IS NULL AND $on IS NULL THEN COUNT {
    (entity)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
      |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
  }
  ELSE COUNT {
    MATCH (entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
      |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
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
  }
END AS facts
WHERE facts > 0 OR ($relations IS NULL AND $on IS NULL)
WITH entity.id AS id, facts
ORDER BY facts DESC, id
WITH collect(id) AS ids
RETURN ids[..$limit] AS ids, size(ids) AS found
