"""Exports of a network to formats that other programs read; `export` chooses by the suffix of the path."""

from allygraph.views.exports.graphml import write_graphml
from allygraph.views.exports.rdf import rdf_graph, write_turtle
from allygraph.views.exports.suffix import WRITERS, export

__all__ = ["WRITERS", "export", "rdf_graph", "write_graphml", "write_turtle"]
