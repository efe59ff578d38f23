// Title: The evidence behind a fact or an alliance
// Param: $fact string - the id of a fact or of an alliance
// Column: claim_id string, relation string, subject string, object string, polarity string, status string or null
// Column: date date or null, likelihood string or null, sentence string, document string, published date or null
// Column: source string or null, reliability string or null, credibility integer or null, confidence number or null
// Order: positive first, reliability, credibility, confidence, published, claim_id
// Note: Subject and object are as the text writes them. Denials of the same fact follow.
// Example: allygraph query evidence_of fact="all-0123456789abcdef"
CALL () {
  MATCH (alliance:Alliance {id: $fact})
  RETURN alliance.claim_ids AS claims, null AS subject, null AS object, null AS relation
  UNION
  MATCH (subject:Entity)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES
    |DEVELOPS|POWERED_BY|REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->(object)
  WHERE fact.id = $fact
  RETURN fact.claim_ids AS claims, subject, object, type(fact) AS relation
}
CALL (claims, subject, object, relation) {
  MATCH (claim:Claim)
  WHERE claim.id IN claims
  RETURN claim
  UNION
  MATCH (claim:Claim)-[:ABOUT]->(:Alliance {id: $fact})
  RETURN claim
  UNION
  MATCH (subject)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim {polarity: 'negative'})
  WHERE claim.predicate = relation
    AND (relation IN ['PARTNERS_WITH', 'COMPETES_WITH'] OR EXISTS { MATCH (claim)-[:SUBJECT]->(subject) })
    AND EXISTS { MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(object) }
  RETURN claim
}
WITH DISTINCT claim
MATCH (claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE document.retired_at IS NULL AND coalesce(claim.review, '') <> 'rejected'
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
RETURN claim.id AS claim_id, claim.predicate AS relation, claim.subject_text AS subject, claim.object_text AS object,
  claim.polarity AS polarity, claim.status AS status, claim.date AS date, claim.likelihood_words AS likelihood,
  passage.text AS sentence, document.title AS document, document.published AS published, source.name AS source,
  coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability) AS reliability,
  claim.credibility AS credibility, claim.confidence AS confidence
ORDER BY claim.polarity = 'negative', coalesce(reliability, 'F'), coalesce(credibility, 6), confidence DESC, published,
  claim_id
