"""Allygraph: a knowledge graph of organisations and alliances, with the sentence behind every edge."""
