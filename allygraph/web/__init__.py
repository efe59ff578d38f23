"""The explorer's server: the graph as JSON over HTTP, for the page in the browser and for scripts.

`app` makes the application, `explore` serves it on this machine. Routes are thin: each calls `queries` or the
workspace, and says what it takes and gives, so that the description of the interface is complete.
"""

from allygraph.web.application import app
from allygraph.web.serving import explore

__all__ = ["app", "explore"]
