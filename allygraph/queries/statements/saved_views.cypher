// A slice of the views that analysts keep, by name; of the id $id or (null) all.
MATCH (view:SavedView) WHERE $id IS NULL OR view.id = $id
WITH view ORDER BY toLower(view.name), view.id SKIP $offset LIMIT $limit
RETURN view {.*} AS view
ORDER BY toLower(view.name), view.id
