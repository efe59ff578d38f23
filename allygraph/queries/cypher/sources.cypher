// Title: Sources, how reliable they are and what they contributed
// Column: source_id string, source string, kind string or null, reliability string or null, documents integer
// Column: claims integer, first date or null, last date or null
// Order: claims (most first), source, source_id
// Example: allygraph query sources
MATCH (source:Source)
OPTIONAL MATCH (source)<-[:PUBLISHED_BY]-(document:Document)
WHERE document.retired_at IS NULL
WITH source, collect(document) AS documents, min(document.published) AS first, max(document.published) AS last
RETURN source.id AS source_id, source.name AS source, source.kind AS kind, source.reliability AS reliability,
  size(documents) AS documents,
  COUNT {
    UNWIND documents AS document
    MATCH (document)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(claim:Claim)
    RETURN DISTINCT claim
  } AS claims, first, last
ORDER BY claims DESC, source, source_id
