// Title: Products with their owners, builders, technology, hosts and listings
// Param: $product entity or null - only this one
// Column: product_id string, product string, owners list, builders list, technology list, powers list, hosts list
// Column: listings list
// Order: product, product_id
// Note: Each item of a list has name and status. `technology` is what the product runs on, `powers` what runs on it.
// Example: allygraph query products product="Trusple"
MATCH (product:Product)
WHERE $product IS NULL OR product.id = $product
RETURN product.id AS product_id, product.name AS product,
  COLLECT {
    MATCH (product)<-[fact:OWNS|ACQUIRES|JOINT_VENTURE_IN]-(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS owners,
  COLLECT {
    MATCH (product)<-[fact:DEVELOPS]-(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS builders,
  COLLECT {
    MATCH (product)-[fact:POWERED_BY]->(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS technology,
  COLLECT {
    MATCH (product)<-[fact:POWERED_BY]-(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS powers,
  COLLECT {
    MATCH (product)<-[fact:HOSTS]-(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS hosts,
  COLLECT {
    MATCH (product)-[fact:LISTED_ON]->(other:Entity)
    RETURN {name: other.name, status: fact.status} ORDER BY other.name, fact.id
  } AS listings
ORDER BY product, product_id
