"""Which suffix stands for which format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from allygraph.graph.errors import InputError
from allygraph.queries.records import Network
from allygraph.views.exports.gexf import write_gexf
from allygraph.views.exports.graphml import write_graphml
from allygraph.views.exports.rdf import write_jsonld, write_nquads, write_turtle

#: The writer of each format, by suffix.
WRITERS: Mapping[str, Callable[[Network, Path], None]] = MappingProxyType(
    {
        ".gexf": write_gexf,
        ".graphml": write_graphml,
        ".jsonld": write_jsonld,
        ".nq": write_nquads,
        ".ttl": write_turtle,
    }
)


def export(network: Network, path: Path | str) -> Path:
    """Writes the network in the format that the suffix of the path stands for, and returns the path.

    Raises InputError for a suffix without a format and for a folder that is not there.
    """
    target = Path(path)
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        found = f"the suffix '{target.suffix}'" if target.suffix else "no suffix"
        raise InputError(str(path), f"'{path}' has {found}.", f"Use one of {', '.join(sorted(WRITERS))}.")
    if not target.parent.is_dir():
        raise InputError(str(path), f"The folder '{target.parent}' is not there.", "Create it first.")
    writer(network, target)
    return target
