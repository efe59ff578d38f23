// Title: Who is allied with both of two organisations
// Param: $first entity - one of the two
// Param: $second entity - the other
// Column: partner_id string, partner string, first_alliances list, second_alliances list
// Order: partner, partner_id
// Note: Each alliance in a list has title and status; planned, halted and ended ones are among them.
// Example: allygraph query common_partners first="Bitmain" second="MicroBT"
MATCH (first:Entity {id: $first})-[:PARTY_TO]->(:Alliance)<-[:PARTY_TO]-(partner:Entity)
WHERE partner.id <> $first AND partner.id <> $second
WITH DISTINCT partner
WHERE EXISTS { MATCH (partner)-[:PARTY_TO]->(:Alliance)<-[:PARTY_TO]-(:Entity {id: $second}) }
RETURN partner.id AS partner_id, partner.name AS partner,
  COLLECT {
    MATCH (partner)-[:PARTY_TO]->(alliance:Alliance)<-[:PARTY_TO]-(:Entity {id: $first})
    RETURN DISTINCT {title: alliance.title, status: alliance.status, id: alliance.id} AS item
    ORDER BY item.title, item.id
  } AS first_alliances,
  COLLECT {
    MATCH (partner)-[:PARTY_TO]->(alliance:Alliance)<-[:PARTY_TO]-(:Entity {id: $second})
    RETURN DISTINCT {title: alliance.title, status: alliance.status, id: alliance.id} AS item
    ORDER BY item.title, item.id
  } AS second_alliances
ORDER BY partner, partner_id
