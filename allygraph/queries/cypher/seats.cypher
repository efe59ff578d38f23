// Title: Organisations and products by the place they are based in
// Param: $place entity or null - only this place
// Column: place string, name string, kind string, status string or null, grade string or null, fact_id string
// Order: place, name, fact_id
// Example: allygraph query seats place="New York"
MATCH (place:Place)<-[fact:BASED_IN]-(based:Entity)
WHERE $place IS NULL OR place.id = $place
RETURN place.name AS place, based.name AS name, based.kind AS kind, fact.status AS status, fact.grade AS grade,
  fact.id AS fact_id
ORDER BY place, name, fact_id
