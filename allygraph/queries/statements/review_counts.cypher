// How many live claims are in each state of review.
RETURN COUNT { MATCH (claim:Claim) WHERE claim.review = 'unreviewed' } AS waiting,
  COUNT { MATCH (claim:Claim) WHERE claim.review = 'accepted' } AS accepted,
  COUNT { MATCH (claim:Claim) WHERE claim.review = 'rejected' } AS rejected
ORDER BY waiting
