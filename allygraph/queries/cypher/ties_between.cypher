// Title: Everything between two entities: alliances, other facts, and what is denied
// Param: $first entity - one of the two
// Param: $second entity - the other
// Column: what string, id string, relation string, subject string, object string, status string or null
// Column: valid_from date or null, valid_to date or null, grade string or null, conflict boolean, evidence list
// Order: what (alliance, denial, fact), valid_from (unknown last), relation, id
// Note: A partnership that is part of an alliance of both is shown as that alliance only. A denial has no status.
// Example: allygraph query ties_between first="C2CX" second="CyberTrust"
MATCH (first:Entity {id: $first}), (second:Entity {id: $second})
CALL (first, second) {
  MATCH (first)-[:PARTY_TO]->(alliance:Alliance)<-[:PARTY_TO]-(second)
  WITH DISTINCT alliance
  RETURN 'alliance' AS what, alliance.id AS id, alliance.kind AS relation, alliance.title AS subject,
    '' AS object, alliance.status AS status, alliance.valid_from AS valid_from, alliance.valid_to AS valid_to,
    alliance.grade AS grade, coalesce(alliance.conflict, false) AS conflict,
    alliance.claim_ids AS claims
  UNION ALL
  MATCH (first)-[fact:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY
    |REGULATES|HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(second)
  WHERE fact.alliance IS NULL OR NOT EXISTS {
    MATCH (first)-[:PARTY_TO]->(:Alliance {id: fact.alliance})<-[:PARTY_TO]-(second)
  }
  RETURN 'fact' AS what, fact.id AS id, type(fact) AS relation, startNode(fact).name AS subject,
    endNode(fact).name AS object, fact.status AS status, fact.valid_from AS valid_from, fact.valid_to AS valid_to,
    fact.grade AS grade, coalesce(fact.conflict, false) AS conflict, fact.claim_ids AS claims
  UNION ALL
  MATCH (first)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim {polarity: 'negative'})
  MATCH (claim)-[:SUBJECT|OBJECT|COUNTERPART]->(second)
  WHERE coalesce(claim.review, '') <> 'rejected'
  WITH DISTINCT claim
  RETURN 'denial' AS what, claim.id AS id, claim.predicate AS relation, claim.subject_text AS subject,
    claim.object_text AS object, null AS status, claim.date AS valid_from, null AS valid_to, null AS grade,
    false AS conflict, [claim.id] AS claims
}
RETURN what, id, relation, subject, object, status, valid_from, valid_to, grade, conflict,
  COLLECT {
    MATCH (claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE claim.id IN claims
      AND document.retired_at IS NULL
    OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(source:Source)
    RETURN DISTINCT {
      sentence: passage.text, document: document.title, published: document.published, source: source.name,
      reliability: coalesce(claim.reliability, passage.reliability, document.reliability, source.reliability),
      polarity: claim.polarity, status: claim.status, likelihood: claim.likelihood_words
    } AS item
    ORDER BY item.polarity DESC, coalesce(item.reliability, 'F'), item.published, item.document, item.sentence,
      item.status
  } AS evidence
ORDER BY what, valid_from, relation, id
