// Title: Authorities and those whom they license or supervise
// Param: $organisation entity or null - only this authority, or this licensee
// Column: authority string, licensee string, kind string, status string or null, valid_from date or null
// Column: valid_to date or null, grade string or null, origins integer, conflict boolean, evidence list
// Order: authority, licensee, valid_from
// Example: allygraph query licences organisation="FINTRAC"
CALL () {
  MATCH (:Entity {id: $organisation})-[fact:REGULATES]-(:Entity)
  RETURN fact
  UNION
  WITH $organisation AS asked
  WHERE asked IS NULL
  MATCH (:Entity)-[fact:REGULATES]->(:Entity)
  RETURN fact
}
WITH fact, startNode(fact) AS authority, endNode(fact) AS licensee
RETURN authority.name AS authority, licensee.name AS licensee, licensee.kind AS kind, fact.status AS status,
  fact.valid_from AS valid_from, fact.valid_to AS valid_to, fact.grade AS grade, fact.origins AS origins,
  coalesce(fact.conflict, false) AS conflict,
  COLLECT {
    MATCH (claim:Claim)-[:EVIDENCE]->(passage:Passage)-[:PART_OF]->(document:Document)
    WHERE claim.id IN fact.claim_ids
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
ORDER BY authority, licensee, valid_from, fact.id
