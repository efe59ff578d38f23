"""Writes neo4j.conf from its template, with memory to suit the machine."""

from __future__ import annotations

from importlib.resources import files as package_files
from string import Template

import psutil

from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.versions import Version

_MEBIBYTE = 1 << 20


def heap_size() -> int:
    """The most memory in MiB for Java objects: an eighth of the machine's, within 512 and 2048."""
    return _share_of_memory(8, 512, 2048)


def pagecache_size() -> int:
    """The most memory in MiB for pages of the store: a sixteenth of the machine's, within 64 and 1024."""
    return _share_of_memory(16, 64, 1024)


def _share_of_memory(part: int, least: int, most: int) -> int:
    return max(least, min(most, psutil.virtual_memory().total // _MEBIBYTE // part))


def write_configuration(files: ServerFiles, version: Version, port: int) -> None:
    """Replaces neo4j.conf by one for this release and port."""
    template = Template(package_files(__package__).joinpath("neo4j.conf").read_text("utf-8"))
    own = "\n".join(f"{name}={value}" for name, value in version.settings)
    text = template.substitute(port=port, heap=heap_size(), pagecache=pagecache_size(), own=own)
    files.conf.mkdir(parents=True, exist_ok=True)
    (files.conf / "neo4j.conf").write_text(text, "utf-8")
