"""Facts that an analyst states by hand, in YAML or CSV, with the stretch of the file that states each."""

from allygraph.loaders.curated.entries import FactsRead
from allygraph.loaders.curated.facts import read_facts

__all__ = ["FactsRead", "read_facts"]
