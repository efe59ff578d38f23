// Title: Judgements on which names are the same entity, the newest first
// Param: $verdict string or null - only these: same, different, unsure
// Param: $author string or null - only those of one author; rules sign as allygraph
// Column: judgement_id string, verdict string, left string or null, right string or null, score number, reason string
// Column: author string, date date, undone_at date or null
// Order: date (newest first), judgement_id
// Example: allygraph query judgements verdict=unsure
MATCH (judgement:Judgement)
WHERE ($verdict IS NULL OR judgement.verdict = $verdict) AND ($author IS NULL OR judgement.author = $author)
OPTIONAL MATCH (:Name {key: judgement.left})<-[:NAMED]-(left:Entity) WHERE judgement.left IN left.keys
OPTIONAL MATCH (:Name {key: judgement.right})<-[:NAMED]-(right:Entity) WHERE judgement.right IN right.keys
RETURN judgement.id AS judgement_id, judgement.verdict AS verdict, left.name AS left, right.name AS right,
       judgement.score AS score, judgement.reason AS reason, judgement.author AS author, judgement.date AS date,
       judgement.undone_at AS undone_at
ORDER BY date DESC, judgement_id
