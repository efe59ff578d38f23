// Where the sentences of the claims $ids name their subjects and objects; characters from the start of the sentence.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:EVIDENCE]->(passage:Passage)-[part:PART_OF]->(text:Document)
WHERE text.retired_at IS NULL
MATCH (passage)-[mention:MENTIONS]->(:Entity)
WHERE mention.key IN [claim.subject_key, claim.object_key] AND mention.start IS NOT NULL
RETURN DISTINCT id, CASE mention.key WHEN claim.subject_key THEN 'subject' ELSE 'object' END AS end,
  mention.text AS text, mention.start - part.start AS start
ORDER BY id, end, start, text
