// A slice of the facts of the entity $id, of the relations $relations or (null) all, and how many there are.
MATCH (entity:Entity {id: $id})-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other:Entity)
WHERE $relations IS NULL OR type(fact) IN $relations
WITH type(fact) AS predicate, other.name AS name, fact.id AS id, fact
ORDER BY predicate, name, id
WITH collect(fact) AS facts
UNWIND CASE WHEN size(facts) > $offset THEN facts[$offset..$offset + $limit] ELSE [null] END AS fact
RETURN startNode(fact).id AS source, startNode(fact).name AS source_name, endNode(fact).id AS target,
  endNode(fact).name AS target_name, type(fact) AS predicate, properties(fact) AS fact, size(facts) AS total
ORDER BY predicate, CASE source WHEN $id THEN target_name ELSE source_name END, fact.id
