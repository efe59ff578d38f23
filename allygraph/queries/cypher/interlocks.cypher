// Title: People who link two organisations
// Column: person string, first string, first_role string or null, first_status string or null, second string
// Column: second_role string or null, second_status string or null, allied boolean, person_id string
// Order: person, first, second, first_role, second_role, person_id
// Note: `allied` tells that both are parties to one alliance, whatever its status.
// Example: allygraph query interlocks
MATCH (person:Person)-[one:HAS_ROLE]->(first:Entity)
MATCH (person)-[other:HAS_ROLE]->(second:Entity)
WHERE first.name < second.name OR (first.name = second.name AND first.id < second.id)
RETURN person.name AS person, first.name AS first, one.role AS first_role, one.status AS first_status,
  second.name AS second, other.role AS second_role, other.status AS second_status,
  EXISTS { MATCH (first)-[:PARTY_TO]->(:Alliance)<-[:PARTY_TO]-(second) } AS allied, person.id AS person_id
ORDER BY person, first, second, first_role, second_role, person_id
