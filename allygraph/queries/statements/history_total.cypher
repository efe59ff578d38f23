// How many decisions and judgements there are, without the judgements of the author $without.
RETURN COUNT { (:Decision) } + CASE WHEN $without IS NULL THEN COUNT { (:Judgement) }
  ELSE COUNT { MATCH (made:Judgement) WHERE made.author <> $without } END AS total
ORDER BY total
