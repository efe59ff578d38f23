"""Claims from patterns: a shallow grammar, patterns as data, and what one sentence lends the next.

`claims.find_claims` is the way in.
"""
