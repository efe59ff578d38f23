// One live claim, $id, with what an analyst needs to judge it: its sentence and those beside it, names and places.
MATCH (claim:Claim {id: $id})-[:EVIDENCE]->(passage:Passage)-[part:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (claim)-[:COUNTERPART]->(counterpart:Entity)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN claim {.*} AS claim, passage.text AS sentence, part.start AS sentence_start,
  subject {.id, .name, .kind} AS subject, object {.id, .name, .kind} AS object,
  counterpart {.id, .name, .kind} AS counterpart,
  document.id AS document_id, part.index AS passage, document.title AS document, document.published AS published, source.name AS source,
  coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability) AS reliability,
  COLLECT {
    MATCH (near:Passage)-[place:PART_OF]->(document)
    WHERE place.index IN [part.index - 1, part.index + 1] RETURN [place.index - part.index, near.text]
  } AS beside,
  COLLECT {
    MATCH (passage)-[name:MENTIONS]->(:Entity) RETURN [name.key, name.start - part.start, size(name.text)]
  } AS names,
  COLLECT {
    MATCH (subject)-[fact]-(object) WHERE type(fact) = claim.predicate AND claim.id IN fact.claim_ids
    RETURN size(fact.claim_ids) - 1
  } AS others
ORDER BY document, sentence_start
