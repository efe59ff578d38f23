// Facts are found by their ids, one index per relation type.
CREATE INDEX fact_acquires IF NOT EXISTS FOR ()-[fact:ACQUIRES]-() ON (fact.id);
CREATE INDEX fact_based_in IF NOT EXISTS FOR ()-[fact:BASED_IN]-() ON (fact.id);
CREATE INDEX fact_competes_with IF NOT EXISTS FOR ()-[fact:COMPETES_WITH]-() ON (fact.id);
CREATE INDEX fact_develops IF NOT EXISTS FOR ()-[fact:DEVELOPS]-() ON (fact.id);
CREATE INDEX fact_halts IF NOT EXISTS FOR ()-[fact:HALTS]-() ON (fact.id);
CREATE INDEX fact_has_role IF NOT EXISTS FOR ()-[fact:HAS_ROLE]-() ON (fact.id);
CREATE INDEX fact_hosts IF NOT EXISTS FOR ()-[fact:HOSTS]-() ON (fact.id);
CREATE INDEX fact_invests_in IF NOT EXISTS FOR ()-[fact:INVESTS_IN]-() ON (fact.id);
CREATE INDEX fact_joint_venture_in IF NOT EXISTS FOR ()-[fact:JOINT_VENTURE_IN]-() ON (fact.id);
CREATE INDEX fact_listed_on IF NOT EXISTS FOR ()-[fact:LISTED_ON]-() ON (fact.id);
CREATE INDEX fact_member_of IF NOT EXISTS FOR ()-[fact:MEMBER_OF]-() ON (fact.id);
CREATE INDEX fact_owns IF NOT EXISTS FOR ()-[fact:OWNS]-() ON (fact.id);
CREATE INDEX fact_partners_with IF NOT EXISTS FOR ()-[fact:PARTNERS_WITH]-() ON (fact.id);
CREATE INDEX fact_powered_by IF NOT EXISTS FOR ()-[fact:POWERED_BY]-() ON (fact.id);
CREATE INDEX fact_regulates IF NOT EXISTS FOR ()-[fact:REGULATES]-() ON (fact.id);
CREATE INDEX fact_supplies IF NOT EXISTS FOR ()-[fact:SUPPLIES]-() ON (fact.id);
