// Claims whose words moved, because their document was corrected elsewhere.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})-[evidence:EVIDENCE]->(:Passage {id: row.passage})
SET claim.start = row.start, claim.end = row.end, evidence.start = row.start, evidence.end = row.end
