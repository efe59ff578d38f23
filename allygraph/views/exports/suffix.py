"""Which suffix stands for which format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from allygraph.graph.errors import InputError
from allygraph.queries.records import Network

#: The module and the function that write a format, by suffix; imported when asked for, as rdflib is slow to import.
_WRITERS = {
    ".gexf": ("gexf", "write_gexf"),
    ".graphml": ("graphml", "write_graphml"),
    ".jsonld": ("rdf", "write_jsonld"),
    ".nq": ("rdf", "write_nquads"),
    ".ttl": ("rdf", "write_turtle"),
}
SUFFIXES = tuple(sorted(_WRITERS))


def export(network: Network, path: Path | str) -> Path:
    """Writes the network in the format that the suffix of the path stands for, and returns the path.

    Raises InputError for a suffix without a format and for a folder that is not there.
    """
    target = Path(path)
    module, function = _WRITERS.get(target.suffix.lower(), (None, None))
    if module is None or function is None:
        found = f"the suffix '{target.suffix}'" if target.suffix else "no suffix"
        raise InputError(str(path), f"'{path}' has {found}.", f"Use one of {', '.join(SUFFIXES)}.")
    if not target.parent.is_dir():
        raise InputError(str(path), f"The folder '{target.parent}' is not there.", "Create it first.")
    write = getattr(import_module(f"allygraph.views.exports.{module}"), function)
    write(network, target)
    return target
