"""A graph page inside a notebook cell or another page."""

from __future__ import annotations

from html import escape

from allygraph.queries.records import Network
from allygraph.views.page.page import graph_page


def inline_page(network: Network, height: int = 640) -> str:
    """An iframe that holds the whole page (`height` in pixels). It has no right in the page around it."""
    title = f"Graph of {network.scope}"
    page = escape(graph_page(network, title=title), quote=True)
    rights = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    frame = (
        f'title="{escape(title, quote=True)}" width="100%" height="{int(height)}" style="border:0" sandbox="{rights}"'
    )
    return f'<iframe {frame} srcdoc="{page}"></iframe>'
