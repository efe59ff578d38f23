"""Graph pages drawn by the explorer's own renderer: for networks that are too large for the drawing by pyvis."""

from allygraph.views.standalone.page import standalone_page

__all__ = ["standalone_page"]
