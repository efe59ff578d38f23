// What loading and the named questions look things up by.
CREATE INDEX document_uri IF NOT EXISTS FOR (n:Document) ON (n.uri);
CREATE INDEX document_series IF NOT EXISTS FOR (n:Document) ON (n.series);
CREATE INDEX passage_fingerprint IF NOT EXISTS FOR (n:Passage) ON (n.fingerprint);
CREATE INDEX claim_document IF NOT EXISTS FOR (n:Claim) ON (n.document);
CREATE INDEX retired_claim_document IF NOT EXISTS FOR (n:RetiredClaim) ON (n.document);
CREATE INDEX claim_subject_key IF NOT EXISTS FOR (n:Claim) ON (n.subject_key);
CREATE INDEX claim_object_key IF NOT EXISTS FOR (n:Claim) ON (n.object_key);
CREATE INDEX claim_counterpart_key IF NOT EXISTS FOR (n:Claim) ON (n.counterpart_key);
CREATE INDEX claim_deal IF NOT EXISTS FOR (n:Claim) ON (n.deal);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate);
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX judgement_left IF NOT EXISTS FOR (n:Judgement) ON (n.left);
CREATE INDEX judgement_right IF NOT EXISTS FOR (n:Judgement) ON (n.right);
CREATE INDEX alliance_status IF NOT EXISTS FOR (n:Alliance) ON (n.status);
