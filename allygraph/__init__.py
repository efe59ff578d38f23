"""Allygraph: a knowledge graph of organisations and alliances, with the sentence behind every edge."""

__version__ = "0.1.0"
