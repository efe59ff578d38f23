// Title: Facts in force on a day, in a month or in a year
// Param: $on date - 2020, 2020-07 or 2020-07-14
// Param: $entity entity or null - only facts of this entity
// Column: subject string, relation string, object string, role string or null, status string or null
// Column: valid_from date or null, valid_to date or null, grade string or null
// Column: conflict boolean, fact_id string
// Order: subject, relation, object, role, fact_id
// Note: In force: begun by the end of $on, or nobody says when; not over before it; not merely planned. What is halted
// Note: or ended counts where it is known until when, what is halted also since when. A date as exact as 2020 counts as
// Note: any day of it. `status` is what is said of the fact today.
// Example: allygraph query facts_on on=2019-12-31 entity="Foundry"
CALL () {
  MATCH (entity:Entity {id: $entity})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
    |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
  RETURN fact
  UNION
  WITH $entity AS asked
  WHERE asked IS NULL
  MATCH (:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(:Entity)
  RETURN fact
}
WITH fact
WHERE (fact.valid_from IS NULL OR fact.valid_from <= $on + '~')
  AND (fact.valid_to IS NULL OR fact.valid_to > left($on + '-01-01', 10)
    OR (size(fact.valid_to) < 10 AND left($on + '-01-01', 10) STARTS WITH fact.valid_to))
  AND CASE fact.status
    WHEN 'planned' THEN false
    WHEN 'halted' THEN fact.valid_from IS NOT NULL AND fact.valid_to IS NOT NULL
    WHEN 'ended' THEN fact.valid_to IS NOT NULL
    ELSE true
  END
RETURN startNode(fact).name AS subject, type(fact) AS relation, endNode(fact).name AS object, fact.role AS role,
  fact.status AS status, fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade,
  coalesce(fact.conflict, false) AS conflict, fact.id AS fact_id
ORDER BY subject, relation, object, role, fact_id
