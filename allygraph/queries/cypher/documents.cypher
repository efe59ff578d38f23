// Title: Documents and what each contributed
// Param: $source string or null - only those of the source with this name
// Column: document_id string, title string, published date or null, source string or null, reliability string or null
// Column: passages integer, claims integer, denials integer, entities integer, copies integer, retired string or null
// Column: uri string or null
// Order: published (unknown last), title, document_id
// Note: `copies` counts the other documents of one origin; `retired` says why a document no longer counts.
// Example: allygraph query documents
MATCH (document:Document)
WITH coalesce(document.origin, document.id) AS origin, collect(document) AS copies
UNWIND copies AS document
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
WITH document, source, size([twin IN copies WHERE twin <> document AND twin.retired_at IS NULL]) AS copies
WHERE $source IS NULL OR toLower(source.name) = toLower($source)
RETURN document.id AS document_id, document.title AS title, document.published AS published, source.name AS source,
  coalesce(document.reliability, source.reliability) AS reliability,
  COUNT { MATCH (document)<-[:PART_OF]-(:Passage) } AS passages,
  COUNT { MATCH (document)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim {polarity: 'positive'}) } AS claims,
  COUNT { MATCH (document)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim {polarity: 'negative'}) } AS denials,
  COUNT { MATCH (document)<-[:PART_OF]-(:Passage)-[:MENTIONS]->(entity:Entity) RETURN DISTINCT entity } AS entities,
  copies,
  CASE WHEN document.retired_at IS NULL THEN null ELSE coalesce(document.retired_because, 'retired') END AS retired,
  document.uri AS uri
ORDER BY published, title, document_id
