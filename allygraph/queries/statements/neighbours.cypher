// Who shares a fact with the entities $ids, best connected first.
UNWIND $ids AS id
MATCH (:Entity {id: id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS
  |POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other:Entity)
WHERE ($relations IS NULL OR type(fact) IN $relations)
  AND ($on IS NULL OR (
    (fact.valid_from IS NULL OR fact.valid_from <= $on + '~')
    AND (fact.valid_to IS NULL OR fact.valid_to > left($on + '-01-01', 10)
      OR (size(fact.valid_to) < 10 AND $on STARTS WITH fact.valid_to))
    AND CASE
      WHEN type(fact) IN ['PARTNERS_WITH', 'JOINT_VENTURE_IN'] THEN NOT coalesce(head(COLLECT {
        MATCH (:Alliance {id: fact.alliance})-[:HAS_EVENT]->(event:StatusEvent)
        WHERE event.date IS NULL OR event.date <= $on + '~'
        RETURN event.status
        ORDER BY coalesce(event.date, '') DESC,
          CASE event.status WHEN 'planned' THEN 0 WHEN 'announced' THEN 1 WHEN 'signed' THEN 2
            WHEN 'active' THEN 3 WHEN 'halted' THEN 4 ELSE 5 END DESC
        LIMIT 1
      }), fact.status, '') IN ['planned', 'halted', 'ended']
      ELSE coalesce(fact.status, '') <> 'planned'
    END
  ))
WITH DISTINCT other
RETURN other.id AS id, COUNT {
  (other)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-()
} AS facts
ORDER BY facts DESC, id
