"""A graph page by the explorer's renderer: one HTML file that opens without a network, a server or another file.

Everything from documents travels as JSON in a data block and is shown as text by the script; the page's policy admits
that script and the style alone, by their hashes, and no request whatever.
"""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from allygraph.queries.records import Network
from allygraph.views.page.payload import script_json
from allygraph.views.policy import page_policy
from allygraph.views.standalone.payload import standalone_data

_HERE = files("allygraph.views.standalone")


def standalone_page(network: Network, *, title: str) -> str:
    """A complete HTML document; the same network and title give the same characters.

    Raises ValueError when a fact ends outside the network.
    """
    # What `make explorer` builds from `views/explorer`.
    script = _read("bundle", "graph.js")
    style = _read("bundle", "graph.css")
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(_read("page.html"))
    # A lone half of a character may come out of a document; no file can hold it.
    printable = title.encode("utf-8", "replace").decode("utf-8")
    return template.render(
        title=printable,
        policy=page_policy(scripts=(script,), style=style, pictures=True),
        style=Markup(style),
        script=Markup(script),
        data=Markup(script_json(standalone_data(network, printable))),
    )


def _read(*path: str) -> str:
    return _HERE.joinpath(*path).read_text(encoding="utf-8")
