"""A graph page inside a notebook cell or another page."""

from __future__ import annotations

from html import escape

TITLE = "Organisations and alliances"
#: What the page in the frame may do: run its own scripts and open links. It has no right in the page around it.
RIGHTS = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


def inline_page(page: str, height: int = 640) -> str:
    """An iframe that holds the whole page (HTML); `height` in pixels."""
    look = f'title="{TITLE}" width="100%" height="{int(height)}" style="border:0"'
    return f'<iframe {look} sandbox="{RIGHTS}" srcdoc="{escape(page, quote=True)}"></iframe>'
