"""Who and what a document names, and what its pronouns and nominals stand for."""

from allygraph.loaders.extraction.names.anaphors import find_anaphors
from allygraph.loaders.extraction.names.finder import NameAnalysis, analyse_names, find_entities
from allygraph.loaders.extraction.names.reference import Reference, resolve_references

__all__ = ["NameAnalysis", "Reference", "analyse_names", "find_anaphors", "find_entities", "resolve_references"]
