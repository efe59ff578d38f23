// A slice of the places that a fact says something is based in, those of most entities first, and how many there are.
MATCH (place:Place)<-[:BASED_IN]-(entity:Entity)
WITH place, count(DISTINCT entity) AS entities
WITH place {.id, .name, entities: entities} AS seat
ORDER BY seat.entities DESC, seat.name, seat.id
WITH collect(seat) AS seats
RETURN seats[$offset..$offset + $limit] AS seats, size(seats) AS total
ORDER BY total
