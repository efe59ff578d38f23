// The passages of the document $id from number $offset on, $limit at most, with what stands in each.
MATCH (document:Document {id: $id})<-[part:PART_OF]-(passage:Passage)
WHERE part.index >= $offset AND part.index < $offset + $limit
RETURN part.index AS index, passage.id AS id, passage.text AS text, part.start AS start, part.end AS end,
  COLLECT {
    MATCH (claim:Claim)-[place:EVIDENCE]->(passage)
    RETURN {
      id: claim.id, start: place.start, end: place.end, predicate: claim.predicate, subject: claim.subject_text,
      object: claim.object_text, polarity: claim.polarity, status: claim.status, review: claim.review,
      facts: coalesce(claim.fact_ids, [])
    }
    ORDER BY place.start, claim.id
  } AS claims,
  COLLECT {
    MATCH (passage)-[mention:MENTIONS]->(entity:Entity)
    WHERE mention.start IS NOT NULL
    RETURN {entity: entity.id, start: mention.start, end: mention.end}
    ORDER BY mention.start, entity.id
  } AS mentions
ORDER BY index, id
