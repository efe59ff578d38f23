// The entity $id: its names, its facts by relation and direction, its alliances, claims and mentions.
MATCH (entity:Entity {id: $id})
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, coalesce(entity.aliases, []) AS aliases,
  COLLECT {
    MATCH (entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
      |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
    WITH type(fact) AS relation, startNode(fact) = entity AS outgoing, count(*) AS facts
    RETURN {relation: relation, outgoing: outgoing, facts: facts}
    ORDER BY facts DESC, relation, outgoing
  } AS relations,
  COUNT { (entity)-[:PARTY_TO]->() } AS alliances,
  COUNT { MATCH (entity)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim) RETURN DISTINCT claim } AS claims,
  COUNT { (entity)<-[:MENTIONS]-() } AS mentions
ORDER BY id
