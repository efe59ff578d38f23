// The entities whose names are like $text, a Lucene query, best first, of the kind $kind and in the place $place, or
// (null) any. A place is where an entity is based, by id.
CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node, score
WHERE ($kind IS NULL OR node.kind = $kind)
  AND ($place IS NULL OR EXISTS { (node)-[:BASED_IN]->(:Place {id: $place}) })
WITH node, score ORDER BY score DESC, node.id SKIP $offset LIMIT $limit
RETURN node.id AS id, node.name AS name, node.kind AS kind, coalesce(node.aliases, []) AS aliases, COUNT {
  (node)-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES
    |HALTS|COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]-(:Entity)
} AS facts
ORDER BY score DESC, id
