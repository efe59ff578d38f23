// Search as you type, misspellings forgiven.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases];
CREATE FULLTEXT INDEX passage_texts IF NOT EXISTS FOR (n:Passage) ON EACH [n.text];
