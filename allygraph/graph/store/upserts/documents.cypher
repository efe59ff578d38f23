// Documents with their sources. A document that had been retired is live again.
UNWIND $rows AS row
MERGE (source:Source {id: row.source.id})
SET source.name = row.source.name,
    source.kind = coalesce(row.source.kind, source.kind),
    source.reliability = coalesce(row.source.reliability, source.reliability)
MERGE (document:Document {id: row.id})
ON CREATE SET document.loaded_at = $at
SET document += row.properties
REMOVE document.retired_at, document.retired_because
MERGE (document)-[:PUBLISHED_BY]->(source)
WITH document, row WHERE row.supersedes IS NOT NULL
MATCH (earlier:Document {id: row.supersedes})
MERGE (document)-[:SUPERSEDES]->(earlier)
