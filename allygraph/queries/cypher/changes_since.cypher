// Title: What changed in the graph since a date: claims loaded, and claims superseded or withdrawn
// Param: $since date - by our own knowledge, the time of loading
// Column: what string, at string, subject string, relation string, object string, polarity string
// Column: status string or null, published date or null, because string or null, claim_id string
// Order: at (latest first), what, subject, relation, object, claim_id
// Note: `what` is loaded or retired; `because` says why a claim was retired.
// Example: allygraph query changes_since since=2026-01-31
CALL () {
  MATCH (claim:Claim)
  WHERE claim.loaded_at >= $since
  RETURN 'loaded' AS what, claim.loaded_at AS at, claim, null AS because
  UNION ALL
  MATCH (claim:RetiredClaim)
  WHERE claim.retired_at >= $since
  RETURN 'retired' AS what, claim.retired_at AS at, claim, claim.retired_because AS because
}
RETURN what, at, claim.subject_text AS subject, claim.predicate AS relation, claim.object_text AS object,
  claim.polarity AS polarity, claim.status AS status, claim.published AS published, because, claim.id AS claim_id
ORDER BY at DESC, what, subject, relation, object, claim_id
