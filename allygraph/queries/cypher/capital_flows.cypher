// Title: Who gives capital to whom, with sums per giver and per receiver
// Param: $organisation entity or null - only flows from or to it
// Column: giver string, relation string, receiver string, amount number or null, currency string or null
// Column: status string or null, valid_from date or null, grade string or null, giver_total number or null
// Column: receiver_total number or null, fact_id string
// Order: amount (largest first, unknown last), giver, receiver, relation, fact_id
// Note: Investments and purchases, and joint ventures where no investment tells the amount; in whole units.
// Note: Totals are per currency, over all that the giver gives or the receiver gets and that is neither planned, halted
// Note: nor ended.
// Example: allygraph query capital_flows organisation="CyberEX"
CALL () {
  MATCH (:Entity {id: $organisation})-[flow:INVESTS_IN|ACQUIRES|JOINT_VENTURE_IN]-(:Entity)
  RETURN flow
  UNION
  WITH $organisation AS asked
  WHERE asked IS NULL
  MATCH (:Entity)-[flow:INVESTS_IN|ACQUIRES|JOINT_VENTURE_IN]->(:Entity)
  RETURN flow
}
WITH flow, startNode(flow) AS giver, endNode(flow) AS receiver
WHERE type(flow) <> 'JOINT_VENTURE_IN' OR (flow.amount IS NOT NULL AND NOT EXISTS {
  MATCH (giver)-[known:INVESTS_IN]->(receiver) WHERE known.amount IS NOT NULL
})
RETURN giver.name AS giver, type(flow) AS relation, receiver.name AS receiver, flow.amount AS amount,
  flow.currency AS currency, flow.status AS status, flow.valid_from AS valid_from, flow.grade AS grade,
  CASE WHEN flow.currency IS NOT NULL THEN reduce(total = 0.0, amount IN COLLECT {
    MATCH (giver)-[other:INVESTS_IN|ACQUIRES|JOINT_VENTURE_IN]->(to:Entity)
    WHERE other.currency = flow.currency AND other.amount IS NOT NULL
      AND NOT coalesce(other.status, '') IN ['planned', 'halted', 'ended']
      AND (type(other) <> 'JOINT_VENTURE_IN' OR NOT EXISTS {
        MATCH (giver)-[known:INVESTS_IN]->(to) WHERE known.amount IS NOT NULL
      })
    RETURN other.amount ORDER BY other.id
  } | total + amount) END AS giver_total,
  CASE WHEN flow.currency IS NOT NULL THEN reduce(total = 0.0, amount IN COLLECT {
    MATCH (receiver)<-[other:INVESTS_IN|ACQUIRES|JOINT_VENTURE_IN]-(from:Entity)
    WHERE other.currency = flow.currency AND other.amount IS NOT NULL
      AND NOT coalesce(other.status, '') IN ['planned', 'halted', 'ended']
      AND (type(other) <> 'JOINT_VENTURE_IN' OR NOT EXISTS {
        MATCH (from)-[known:INVESTS_IN]->(receiver) WHERE known.amount IS NOT NULL
      })
    RETURN other.amount ORDER BY other.id
  } | total + amount) END AS receiver_total,
  flow.id AS fact_id
ORDER BY coalesce(flow.amount, -1.0) DESC, giver, receiver, relation, fact_id
