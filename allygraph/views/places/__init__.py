"""Places for what the explorer draws: a point and a community for each node, the same for the same graph."""

from allygraph.views.places.outline import Hub, PlacedNode, PlacedOutline, place_outline
from allygraph.views.places.overview import Disc, Overview, overview, place_communities

__all__ = ["Disc", "Hub", "Overview", "PlacedNode", "PlacedOutline", "overview", "place_communities", "place_outline"]
