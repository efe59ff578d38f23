"""A shallow grammar of English: tokens, noun phrases, verb groups and what depends on them.

It knows no relation: who names whom is read from the patterns.
"""
