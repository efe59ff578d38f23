// The facts among the entities $ids, found pair by pair: the best way where few of them have many neighbours each.
UNWIND range(0, size($ids) - 1) AS place
MATCH (one:Entity {id: $ids[place]})
UNWIND $ids[place + 1..] AS id
MATCH (other:Entity {id: id})
MATCH (one)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
  |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(other)
RETURN startNode(fact).id AS source, endNode(fact).id AS target, type(fact) AS predicate, properties(fact) AS fact
ORDER BY fact.id
