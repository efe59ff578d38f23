// Title: Facts in force on a day, in a month or in a year
// Param: $on date - 2020, 2020-07 or 2020-07-14
// Param: $entity entity or null - only facts of this entity
// Column: subject string, relation string, object string, role string or null, status string or null
// Column: status_then string or null, valid_from date or null, valid_to date or null, grade string or null
// Column: conflict boolean, fact_id string
// Order: subject, relation, object, role, fact_id
// Note: In force: begun by the end of $on, if it is known when, and not over before it, and not merely planned.
// Note: A date as exact as 2020 counts as any day of it. Partnerships and ventures follow the events of their alliance:
// Note: `status_then` is the last one up to $on; `status` is what is said of the fact today.
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
WITH fact, CASE WHEN type(fact) IN ['PARTNERS_WITH', 'JOINT_VENTURE_IN'] THEN head(COLLECT {
    MATCH (:Alliance {id: fact.alliance})-[:HAS_EVENT]->(event:StatusEvent)
    WHERE event.date IS NULL OR event.date <= $on + '~'
    RETURN event.status
    ORDER BY coalesce(event.date, '') DESC,
      CASE event.status WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2
        WHEN 'active' THEN 3 WHEN 'halted' THEN 4 ELSE 5 END DESC
    LIMIT 1
  }) END AS event
WHERE (fact.valid_from IS NULL OR fact.valid_from <= $on + '~')
  AND (fact.valid_to IS NULL OR fact.valid_to > left($on + '-01-01', 10)
    OR (size(fact.valid_to) < 10 AND $on STARTS WITH fact.valid_to))
WITH fact, coalesce(event, fact.status) AS status_then
WHERE NOT coalesce(status_then, '') IN CASE
  WHEN type(fact) IN ['PARTNERS_WITH', 'JOINT_VENTURE_IN'] THEN ['planned', 'halted', 'ended'] ELSE ['planned']
END
RETURN startNode(fact).name AS subject, type(fact) AS relation, endNode(fact).name AS object, fact.role AS role,
  fact.status AS status, status_then, fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade,
  coalesce(fact.conflict, false) AS conflict, fact.id AS fact_id
ORDER BY subject, relation, object, role, fact_id
