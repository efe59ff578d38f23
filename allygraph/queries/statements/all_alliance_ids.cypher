// Every alliance.
MATCH (alliance:Alliance)
RETURN alliance.id AS id
ORDER BY id
