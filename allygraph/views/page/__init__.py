"""Graph pages: self-contained HTML with the graph, its filters and the evidence behind every fact."""

from allygraph.views.page.inline import inline_page
from allygraph.views.page.page import graph_page

__all__ = ["graph_page", "inline_page"]
