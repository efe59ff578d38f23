// Passages in the version of the document that is being loaded.
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MERGE (passage:Passage {id: row.id})
SET passage:Chunk, passage += row.properties
MERGE (passage)-[part:PART_OF]->(document)
SET part.start = row.properties.start, part.end = row.properties.end, part.index = row.properties.index
