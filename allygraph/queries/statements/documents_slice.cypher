// A slice of the documents, latest published first: ids, and how many. $retired adds those that no longer count.
MATCH (document:Document)
WHERE ($retired OR document.retired_at IS NULL)
  AND ($text IS NULL OR toLower(document.title) CONTAINS toLower($text))
WITH document.id AS id, document.title AS title, coalesce(document.published, '') AS published
ORDER BY published DESC, title, id
WITH collect(id) AS ids
RETURN ids[$offset..$offset + $limit] AS ids, size(ids) AS total
ORDER BY total
