// Title: What was reported since a date: facts, new or confirmed, and denials
// Param: $since date - by the dates of the documents, not of our loading
// Column: what string, reported date, subject string, relation string, object string, status string or null
// Column: first_reported date or null, document string, sentence string, claim_id string
// Order: reported (latest first), what, subject, relation, object, claim_id
// Note: `what` is new (never reported before), confirmed (reported before, too) or denial.
// Note: A document of which only the year or the month is known counts if it can be of that day.
// Example: allygraph query reports_since since=2020-07
MATCH (document:Document)<-[:PART_OF]-(passage:Passage)<-[:EVIDENCE]-(claim:Claim)
WHERE document.published + '~' >= $since AND document.retired_at IS NULL AND coalesce(claim.review, '') <> 'rejected'
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (subject)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
  |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(object)
WHERE claim.id IN fact.claim_ids
WITH claim, document, passage, subject, object, min(fact.first_reported) AS first_reported
RETURN CASE
    WHEN claim.polarity = 'negative' THEN 'denial'
    WHEN first_reported < document.published THEN 'confirmed'
    ELSE 'new'
  END AS what,
  document.published AS reported, subject.name AS subject, claim.predicate AS relation, object.name AS object,
  claim.status AS status, first_reported, document.title AS document, passage.text AS sentence, claim.id AS claim_id
ORDER BY reported DESC, what, subject, relation, object, claim_id
