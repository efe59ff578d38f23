// The entities that the live version of the document $series names, in the order in which it first does.
MATCH (document:Document {series: $series})<-[part:PART_OF]-(passage:Passage)-[mention:MENTIONS]->(entity:Entity)
WHERE document.retired_at IS NULL
WITH entity, mention.key AS key, mention.text AS text, count(*) AS uses, min(mention.start) AS first
ORDER BY uses DESC, first
RETURN entity.id AS entity, entity.kind AS kind, entity.name AS name, collect(key)[0] AS key,
  collect(DISTINCT text) AS texts, min(first) AS first
ORDER BY first, entity
