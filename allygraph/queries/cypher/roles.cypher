// Title: People and the roles they have
// Param: $organisation entity or null - only roles there, or roles of this person
// Column: person string, role string or null, organisation string, status string or null, valid_from date or null
// Column: valid_to date or null, grade string or null, conflict boolean, fact_id string
// Order: organisation, person, role, fact_id
// Example: allygraph query roles organisation="Metaverse Foundation"
CALL () {
  MATCH (:Entity {id: $organisation})-[fact:HAS_ROLE]-(:Entity)
  RETURN fact
  UNION
  WITH $organisation AS asked
  WHERE asked IS NULL
  MATCH (:Entity)-[fact:HAS_ROLE]->(:Entity)
  RETURN fact
}
WITH fact, startNode(fact) AS person, endNode(fact) AS place
RETURN person.name AS person, fact.role AS role, place.name AS organisation, fact.status AS status,
  fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade,
  coalesce(fact.conflict, false) AS conflict, fact.id AS fact_id
ORDER BY organisation, person, role, fact_id
