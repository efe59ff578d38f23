// Judgements and the entities they are about.
UNWIND $rows AS row
MERGE (judgement:Judgement {id: row.id})
SET judgement += row.properties
