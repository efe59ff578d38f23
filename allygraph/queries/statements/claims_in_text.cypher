// The claims $ids with their ends, their place in the text, the document and the source; newest version last.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[place:EVIDENCE]->(passage:Passage)-[part:PART_OF]->(text:Document)
OPTIONAL MATCH (text)-[:PUBLISHED_BY]->(source:Source)
RETURN claim.id AS id, claim.predicate AS predicate, claim.polarity AS polarity, claim.status AS status,
  claim.date AS date, claim.amount AS amount, claim.currency AS currency, claim.role AS role,
  claim.subject_text AS subject_text, claim.object_text AS object_text, claim.counterpart_text AS counterpart_text,
  COLLECT { MATCH (claim)-[:SUBJECT]->(end:Entity) RETURN end {.id, .name, .kind} ORDER BY end.id }[0] AS subject,
  COLLECT { MATCH (claim)-[:OBJECT]->(end:Entity) RETURN end {.id, .name, .kind} ORDER BY end.id }[0] AS object,
  COLLECT { MATCH (claim)-[:COUNTERPART]->(end:Entity) RETURN end {.id, .name, .kind} ORDER BY end.id }[0]
    AS counterpart,
  claim.likelihood_low AS likelihood_low, claim.likelihood_high AS likelihood_high,
  claim.likelihood_words AS likelihood_words,
  coalesce(claim.reliability, passage.reliability, text.reliability, source.reliability) AS reliability,
  claim.credibility AS credibility, passage.rating_words AS rating_words,
  claim.engine AS engine, claim.confidence AS confidence, claim.review AS review, claim.reviewed_by AS reviewed_by,
  claim.review_reason AS review_reason, passage.text AS sentence, coalesce(part.start, passage.start) AS passage_start,
  coalesce(part.index, passage.index) AS passage, place.start AS start, place.end AS end,
  text.id AS document, text.title AS document_title, text.published AS published, text.uri AS uri,
  source.name AS source, coalesce(claim.fact_ids, []) AS facts
ORDER BY id, text.retired_at IS NULL, NOT EXISTS { (:Document)-[:SUPERSEDES]->(text) },
  coalesce(text.loaded_at, ''), text.id
