// The order in which the history shows what was judged.
CREATE INDEX judgement_date IF NOT EXISTS FOR (n:Judgement) ON (n.date);
