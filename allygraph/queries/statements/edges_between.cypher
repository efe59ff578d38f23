// The facts among the entities $ids, found pair by pair: the best way where few of them have many neighbours each.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH collect(entity) AS entities
UNWIND range(0, size(entities) - 1) AS place
WITH entities[place] AS one, entities[place + 1..] AS others
UNWIND others AS other
MATCH (one)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
  |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other)
RETURN startNode(fact).id AS source, endNode(fact).id AS target, type(fact) AS predicate, properties(fact) AS fact
ORDER BY fact.id
