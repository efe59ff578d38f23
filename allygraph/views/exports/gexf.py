"""GEXF, the format of Gephi and Gephi Lite."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from allygraph.queries.records import Network
from allygraph.views.exports.graphml import labelled

#: networkx writes the day of writing into the file, which then differs from day to day.
_WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')


def write_gexf(network: Network, path: Path) -> None:
    """Writes the nodes, facts and attributes that `write_graphml` writes."""
    text = "\n".join(nx.generate_gexf(labelled(network)))
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{_WRITTEN.sub("", text, count=1)}\n', encoding="utf-8")
