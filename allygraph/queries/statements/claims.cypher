// The claims $ids with the sentence, the document and the source of each; the newest version of a document comes last.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[place:EVIDENCE]->(passage:Passage)-[part:PART_OF]->(document:Document)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN claim.id AS claim, claim.predicate AS predicate, passage.text AS sentence,
  place.start - coalesce(part.start, passage.start) AS start, place.end - coalesce(part.start, passage.start) AS end,
  document.id AS document, document.title AS document_title, document.published AS published, document.uri AS uri,
  document.reliability AS document_reliability, coalesce(source.name, '') AS source,
  source.reliability AS source_reliability,
  coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability) AS reliability,
  claim.credibility AS credibility, passage.rating_words AS rating_words,
  claim.polarity AS polarity, claim.status AS status, claim.date AS date, claim.likelihood_words AS likelihood_words,
  claim.likelihood_low AS likelihood_low, claim.likelihood_high AS likelihood_high,
  claim.engine AS engine, claim.confidence AS confidence, claim.review AS review
ORDER BY claim, document.retired_at IS NULL, NOT EXISTS { (:Document)-[:SUPERSEDES]->(document) },
  coalesce(document.loaded_at, ''), document.id
