// Title: Competitors that are allied with the same third party
// Column: first string, second string, rivalry_status string or null, partner string, first_status string or null
// Column: second_status string or null, first_alliance string, second_alliance string
// Order: first, second, partner, first_alliance, second_alliance
// Note: The status of each alliance stands beside it; planned, halted and ended ones are among them.
// Example: allygraph query rivals_sharing_partners
MATCH (one:Entity)-[rivalry:COMPETES_WITH]->(other:Entity)
WITH rivalry, CASE WHEN one.name <= other.name THEN one ELSE other END AS first,
  CASE WHEN one.name <= other.name THEN other ELSE one END AS second
MATCH (first)-[:PARTY_TO]->(left:Alliance)<-[:PARTY_TO]-(partner:Entity)
MATCH (partner)-[:PARTY_TO]->(right:Alliance)<-[:PARTY_TO]-(second)
WHERE partner <> first AND partner <> second
RETURN DISTINCT first.name AS first, second.name AS second, rivalry.status AS rivalry_status, partner.name AS partner,
  left.status AS first_status, right.status AS second_status, left.id AS first_alliance, right.id AS second_alliance
ORDER BY first, second, partner, first_alliance, second_alliance
