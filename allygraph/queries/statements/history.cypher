// The latest decisions on claims and judgements on names, newest first, $limit from number $offset on; without the
// judgements of the author $without, where one is given. Neither ledger is read further than needed.
CALL () {
  MATCH (made:Decision) WHERE made.date IS NOT NULL
  WITH made ORDER BY made.date DESC, made.id LIMIT $offset + $limit
  RETURN made
  UNION ALL
  MATCH (made:Judgement) WHERE made.date IS NOT NULL AND ($without IS NULL OR made.author <> $without)
  WITH made ORDER BY made.date DESC, made.id LIMIT $offset + $limit
  RETURN made
}
WITH made ORDER BY made.date DESC, made.id SKIP $offset LIMIT $limit
RETURN made {.*} AS made, COLLECT {
  MATCH (made)-[:DECIDES]->(claim:Claim|RetiredClaim)
  OPTIONAL MATCH (claim)-[:SUBJECT]->(subject:Entity|RetiredEntity)
  OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity|RetiredEntity)
  RETURN {
    id: claim.id, predicate: claim.predicate, subject: claim.subject_text, subject_id: subject.id,
    object: claim.object_text, object_id: object.id
  }
  ORDER BY object.id
} AS claims, COLLECT {
  UNWIND [made.left, made.right] AS key
  MATCH (:Name {key: key})<-[:NAMED]-(entity:Entity) WHERE key IN entity.keys
  WITH key, entity, COLLECT {
    MATCH (entity)<-[mention:MENTIONS]-(:Passage) WHERE mention.key = key
    WITH mention.text AS text, count(*) AS uses
    RETURN text ORDER BY uses DESC, text LIMIT 1
  } AS texts
  RETURN {key: key, id: entity.id, name: coalesce(texts[0], entity.name)} ORDER BY key
} AS ends
ORDER BY made.date DESC, made.id
