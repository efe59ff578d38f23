// How many status events of alliances, and how many beginnings of facts, fall into each period of $width characters.
// A date less exact than that is a period of its own; a null period counts what has no date.
CALL () {
  MATCH (event:StatusEvent)
  RETURN left(event.date, $width) AS period, 'event' AS what, event.status AS status, count(*) AS number
  UNION ALL
  MATCH (:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(:Entity)
  RETURN left(fact.valid_from, $width) AS period, 'fact' AS what, fact.status AS status, count(*) AS number
}
RETURN period, what, status, number
ORDER BY period, what, status
