CREATE CONSTRAINT training_id IF NOT EXISTS FOR (n:Training) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX training_name IF NOT EXISTS FOR (n:Training) ON EACH [n.name];
CALL db.awaitIndexes(30);
UNWIND range(1, 2000) AS i MERGE (n:Training {id: toString(i)}) SET n.name = 'name ' + i;
UNWIND range(1, 1999) AS i MATCH (a:Training {id: toString(i)}), (b:Training {id: toString(i + 1)}) MERGE (a)-[r:NEXT]->(b) SET r.n = i;
MATCH (a:Training)-[r:NEXT]->(b) WHERE a.name STARTS WITH 'name 1' RETURN a.id, collect(b.name), count(r) ORDER BY a.id LIMIT 10;
MATCH p = shortestPath((a:Training {id: '1'})-[:NEXT*..20]-(b:Training {id: '9'})) RETURN [n IN nodes(p) | n.id];
CALL db.index.fulltext.queryNodes('training_name', 'nam~ 12') YIELD node, score RETURN node.id, score LIMIT 10;
MATCH (n:Training) WITH n.id AS id, n CALL (n) { MATCH (n)-->(m) RETURN count(m) AS degree } RETURN degree, count(id);
EXPLAIN MATCH (n:Training) RETURN n;
MATCH (n:Training) DETACH DELETE n
