// The claims $ids with the sentence, the document and the source of each; the newest version of a document comes last.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[place:EVIDENCE]->(passage:Passage)-[part:PART_OF]->(text:Document)
OPTIONAL MATCH (text)-[:PUBLISHED_BY]->(source:Source)
RETURN claim.id AS claim, claim.predicate AS predicate, passage.text AS sentence,
  place.start - coalesce(part.start, passage.start) AS start, place.end - coalesce(part.start, passage.start) AS end,
  text.id AS document, text.title AS document_title, text.published AS published, text.uri AS uri,
  text.reliability AS document_reliability, coalesce(source.name, '') AS source,
  source.reliability AS source_reliability,
  coalesce(claim.reliability, passage.reliability, text.reliability, source.reliability) AS reliability,
  claim.credibility AS credibility, passage.rating_words AS rating_words,
  claim.polarity AS polarity, claim.status AS status, claim.date AS date, claim.likelihood_words AS likelihood_words,
  claim.likelihood_low AS likelihood_low, claim.likelihood_high AS likelihood_high,
  claim.engine AS engine, claim.confidence AS confidence, claim.review AS review
ORDER BY claim, text.retired_at IS NULL, NOT EXISTS { (:Document)-[:SUPERSEDES]->(text) },
  coalesce(text.loaded_at, ''), text.id
