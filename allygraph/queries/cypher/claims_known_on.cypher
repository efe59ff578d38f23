// Title: What the graph held on a day: the claims that were loaded by then and not yet retired
// Param: $day date - by our own knowledge; its end counts
// Param: $entity entity or null - only claims of this entity
// Column: subject string, relation string, object string, polarity string, status string or null, date date or null
// Column: published date or null, loaded_at string, retired_at string or null, claim_id string
// Order: subject, relation, object, loaded_at, claim_id
// Example: allygraph query claims_known_on day=2026-01-31 entity="KICKICO"
OPTIONAL MATCH (entity:Entity {id: $entity})
WITH coalesce(entity.keys, [$entity]) AS keys
CALL () {
  MATCH (claim:Claim)
  WHERE claim.loaded_at <= $day + '~'
  RETURN claim
  UNION ALL
  MATCH (claim:RetiredClaim)
  WHERE claim.loaded_at <= $day + '~' AND claim.retired_at > $day + '~'
  RETURN claim
}
WITH claim, keys
WHERE $entity IS NULL
  OR any(key IN keys WHERE key IN [claim.subject_key, claim.object_key, claim.counterpart_key])
RETURN claim.subject_text AS subject, claim.predicate AS relation, claim.object_text AS object,
  claim.polarity AS polarity, claim.status AS status, claim.date AS date, claim.published AS published,
  claim.loaded_at AS loaded_at, claim.retired_at AS retired_at, claim.id AS claim_id
ORDER BY subject, relation, object, loaded_at, claim_id
