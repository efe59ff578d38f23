// Title: Who gives capital to whom, with sums per giver and per receiver
// Param: $organisation entity or null - only flows from or to it
// Column: giver string, relation string, receiver string, amount number or null, currency string or null
// Column: status string or null, valid_from date or null, grade string or null, giver_total number or null
// Column: receiver_total number or null, fact_id string
// Order: amount (largest first, unknown last), giver, receiver, relation, fact_id
// Note: Investments, purchases and joint ventures, amounts in whole units of the currency. Totals are per currency, over
// Note: the flows of the giver or receiver that are shown and neither planned, halted nor ended.
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
WITH flow
WHERE flow.amount IS NOT NULL OR type(flow) <> 'JOINT_VENTURE_IN'
WITH flow, CASE
  WHEN coalesce(flow.status, '') IN ['planned', 'halted', 'ended'] THEN null ELSE flow.amount
END AS counted
WITH startNode(flow) AS giver, flow.currency AS currency, collect({flow: flow, counted: counted}) AS given,
  sum(counted) AS giver_total
UNWIND given AS item
WITH endNode(item.flow) AS receiver, currency, sum(item.counted) AS receiver_total,
  collect({flow: item.flow, giver_total: giver_total}) AS received
UNWIND received AS item
WITH item.flow AS flow, item.giver_total AS giver_total, receiver_total
RETURN startNode(flow).name AS giver, type(flow) AS relation, endNode(flow).name AS receiver, flow.amount AS amount,
  flow.currency AS currency, flow.status AS status, flow.valid_from AS valid_from, flow.grade AS grade,
  CASE WHEN flow.currency IS NULL THEN null ELSE toFloat(giver_total) END AS giver_total,
  CASE WHEN flow.currency IS NULL THEN null ELSE toFloat(receiver_total) END AS receiver_total, flow.id AS fact_id
ORDER BY coalesce(flow.amount, -1.0) DESC, giver, receiver, relation, fact_id
