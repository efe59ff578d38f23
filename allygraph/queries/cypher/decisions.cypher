// Title: What analysts decided on claims, the newest first
// Param: $verdict string or null - only these: accepted, rejected, unreviewed, edited, noted
// Param: $author string or null - only those of one author
// Param: $limit integer = 100 - rows at most
// Column: decision_id string, verdict string, claim_id string, subject string, relation string, object string
// Column: reason string, author string, date date, undone_at date or null, edit string or null
// Order: date (newest first), decision_id
// Note: `edit` is the claim that stands in the place of an edited one; `allygraph undo` ends a decision.
// Example: allygraph query decisions verdict=rejected
MATCH (decision:Decision)
WHERE ($verdict IS NULL OR decision.verdict = $verdict) AND ($author IS NULL OR decision.author = $author)
WITH decision ORDER BY decision.date DESC, decision.id LIMIT $limit
MATCH (decision)-[:DECIDES]->(claim:Claim|RetiredClaim)
RETURN decision.id AS decision_id, decision.verdict AS verdict, decision.claim AS claim_id,
  claim.subject_text AS subject, claim.predicate AS relation, claim.object_text AS object,
  decision.reason AS reason, decision.author AS author, decision.date AS date,
  decision.undone_at AS undone_at, decision.edit AS edit
ORDER BY date DESC, decision_id
