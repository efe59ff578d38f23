// Where passages name entities. The mentions a passage had before were removed.
UNWIND $rows AS row
MATCH (passage:Passage {id: row.passage})
MATCH (entity:Entity {id: row.entity})
CREATE (passage)-[:MENTIONS {key: row.key, text: row.text, start: row.start, end: row.end}]->(entity)
