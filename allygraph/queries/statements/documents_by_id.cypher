// The documents $ids, without their text.
UNWIND $ids AS id
MATCH (document:Document {id: id})
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN document.id AS id, document.title AS title, document.published AS published, document.uri AS uri,
  document.author AS author, document.language AS language, document.media_type AS media_type, source.name AS source,
  coalesce(document.reliability, source.reliability) AS reliability,
  CASE WHEN document.retired_at IS NULL THEN null ELSE coalesce(document.retired_because, 'retired') END AS retired,
  size(coalesce(document.text, '')) AS characters,
  COUNT { (document)<-[:PART_OF]-() } AS passages,
  COUNT { (document)<-[:PART_OF]-(:Passage)<-[:EVIDENCE]-(:Claim) } AS claims
ORDER BY id
