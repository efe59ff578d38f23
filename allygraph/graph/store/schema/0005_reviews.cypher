// What analysts decide on claims, and the claims that an analyst's edit put in the place of others.
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE INDEX decision_claim IF NOT EXISTS FOR (n:Decision) ON (n.claim);
CREATE INDEX decision_date IF NOT EXISTS FOR (n:Decision) ON (n.date);
CREATE INDEX claim_edit_of IF NOT EXISTS FOR (n:Claim) ON (n.edit_of);
CREATE INDEX retired_claim_edit_of IF NOT EXISTS FOR (n:RetiredClaim) ON (n.edit_of);
