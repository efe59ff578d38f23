"""A graph page inside a notebook cell or another page."""

from __future__ import annotations

from html import escape

from allygraph.queries.records import Network
from allygraph.views.page.page import graph_page

TITLE = "Organisations and alliances"
#: What the page in the frame may do: run its own scripts and open links. It has no right in the page around it.
RIGHTS = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


def inline_page(network: Network, height: int = 640) -> str:
    """An iframe that holds the whole page; `height` in pixels."""
    page = escape(graph_page(network, title=TITLE), quote=True)
    look = f'title="{TITLE}" width="100%" height="{int(height)}" style="border:0"'
    return f'<iframe {look} sandbox="{RIGHTS}" srcdoc="{page}"></iframe>'
