"""Exports of a network to formats that other programs read, by the suffix of the path.

A module per format holds its writer: `graphml.write_graphml`, `gexf.write_gexf`, `rdf.write_turtle` and the other
forms of RDF.
"""

from allygraph.views.exports.suffix import SUFFIXES, export

__all__ = ["SUFFIXES", "export"]
