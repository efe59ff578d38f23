"""A graph page: one HTML file that opens without a network, a server or another file.

Everything from documents travels as JSON in a data block and is shown as text by the scripts; the page's policy
(`Content-Security-Policy`) admits those scripts and styles alone, by their hashes, and no request whatever.
"""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from allygraph.queries.records import Network
from allygraph.views import wording
from allygraph.views.page.drawing import engine_script
from allygraph.views.page.payload import page_data, script_json
from allygraph.views.policy import page_policy

#: The scripts of the page in the order in which they run, inside one function.
SCRIPTS = (
    "elements.js",
    "colours.js",
    "labels.js",
    "graph.js",
    "filters.js",
    "evidence.js",
    "panes.js",
    "tables.js",
    "search.js",
    "main.js",
)


def graph_page(network: Network, *, title: str) -> str:
    """A complete HTML document with the graph, its filters, its tables and the evidence behind every fact.

    The same network and title give the same characters. Raises ValueError when a fact ends outside the network.
    """
    engine = engine_script()
    script = "(function () {\n'use strict';\n" + "\n".join(_asset(name) for name in SCRIPTS) + "\n})();\n"
    style = _asset("page.css")
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(_asset("page.html"))
    return template.render(
        title=_printable(title),
        counts=_counts(network),
        scope=_printable(network.scope),
        as_of=wording.date_words(network.as_of),
        left_out=wording.count_words(network.left_out, "entity", "entities") if network.left_out else None,
        policy=page_policy(scripts=(engine, script), style=style),
        style=Markup(style),
        engine=Markup(engine),
        script=Markup(script),
        data=Markup(script_json(page_data(network))),
        meanings=wording.STATUS_MEANINGS,
        statuses=(*wording.STATUS_MEANINGS, ""),
    )


def _counts(network: Network) -> list[str]:
    counts = [
        wording.count_words(len(network.nodes), "entity", "entities"),
        wording.count_words(len(network.edges), "fact"),
        wording.count_words(len(network.alliances), "alliance"),
        wording.count_words(len(network.documents), "document"),
    ]
    return counts if network.documents else counts[:-1]


def _asset(name: str) -> str:
    return files("allygraph.views.page").joinpath("assets", name).read_text(encoding="utf-8")


def _printable(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
