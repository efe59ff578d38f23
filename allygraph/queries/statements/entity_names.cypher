// The names that live documents call the entity $id by: each key with its spellings, and what would leave with it.
MATCH (entity:Entity {id: $id})<-[mention:MENTIONS]-(passage:Passage)
WITH entity, mention.key AS key, mention.text AS text, count(*) AS uses, collect(DISTINCT passage.series) AS series
ORDER BY uses DESC, text
WITH entity, key, collect(text) AS spellings, sum(uses) AS mentions, collect(series) AS series
RETURN key, spellings[0] AS name, spellings, mentions,
  COUNT { UNWIND series AS many UNWIND many AS one RETURN DISTINCT one } AS documents,
  COUNT {
    MATCH (entity)<-[end:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim)
    WHERE key = CASE type(end) WHEN 'SUBJECT' THEN claim.subject_key WHEN 'OBJECT' THEN claim.object_key
      ELSE claim.counterpart_key END
    RETURN DISTINCT claim
  } AS claims
ORDER BY mentions DESC, name, key
