// How much there is of everything; each number is kept by the store, so this costs the same in a large graph.
RETURN COUNT { (:Document) } AS documents, COUNT { (:Claim) } AS claims, COUNT { (:Entity) } AS entities, COUNT {
  ()-[:PARTNERS_WITH|JOINT_VENTURE_IN|OWNS|ACQUIRES|INVESTS_IN|MEMBER_OF|SUPPLIES|DEVELOPS|POWERED_BY|REGULATES|HALTS
    |COMPETES_WITH|LISTED_ON|HAS_ROLE|BASED_IN|HOSTS]->()
} - COUNT { ()-[:HALTS]->(:Alliance) } AS facts, COUNT { (:Alliance) } AS alliances
ORDER BY documents
