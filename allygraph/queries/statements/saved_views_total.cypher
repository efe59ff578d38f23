// How many views analysts keep.
RETURN COUNT { (:SavedView) } AS total
ORDER BY total
