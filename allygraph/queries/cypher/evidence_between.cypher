// Title: Every claim that names both of two entities, with the sentence
// Param: $first entity - one of the two
// Param: $second entity - the other
// Param: $relation string or null - only claims of this relation, such as PARTNERS_WITH
// Column: claim_id string, relation string, subject string, object string, polarity string, status string or null
// Column: date date or null, likelihood string or null, sentence string, document string, published date or null
// Column: source string or null, reliability string or null, credibility integer or null, confidence number or null
// Order: positive first, reliability, credibility, confidence, published, claim_id
// Note: Subject and object are as the text writes them.
// Example: allygraph query evidence_between first="Metaverse Foundation" second="KICKICO"
MATCH (first:Entity {id: $first})<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim)
WHERE ($relation IS NULL OR claim.predicate = $relation)
  AND EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(:Entity {id: $second}) }
WITH DISTINCT claim
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL AND coalesce(claim.review, '') <> 'rejected'
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN claim.id AS claim_id, claim.predicate AS relation, claim.subject_text AS subject, claim.object_text AS object,
  claim.polarity AS polarity, claim.status AS status, claim.date AS date, claim.likelihood_words AS likelihood,
  passage.text AS sentence, document.title AS document, document.published AS published, source.name AS source,
  coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability) AS reliability,
  claim.credibility AS credibility, claim.confidence AS confidence
ORDER BY claim.polarity = 'negative', coalesce(reliability, 'F'), coalesce(credibility, 6), confidence DESC, published,
  claim_id
