"""The Neo4j releases we can start: what each is made of and which Java it needs."""

from __future__ import annotations

from dataclasses import dataclass

from allygraph.graph.data_files import read_yaml
from allygraph.graph.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Version:
    """One release; `java` lists the major versions that run it, best first, `settings` those only it knows."""

    name: str
    main: str
    java: tuple[int, ...]
    settings: tuple[tuple[str, str], ...]

    @property
    def coordinates(self) -> tuple[str, ...]:
        """The Maven artifacts whose dependencies, taken together, are the server."""
        artifacts = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-slf4j-provider")
        return tuple(f"{artifact}:{self.name}" for artifact in artifacts)


def all_versions() -> tuple[Version, ...]:
    """Every release of the table, newest first."""
    table = read_yaml(__package__, "versions.yaml")
    return tuple(
        Version(name, row["main"], tuple(row["java"]), tuple(row["settings"].items())) for name, row in table.items()
    )


def find_version(name: str | None) -> Version:
    """The release of that name or the newest whose name begins with it ("5.26"); the newest of all for None.

    Raises UnknownName, which lists the releases there are.
    """
    known = all_versions()
    for version in known:
        if name is None or version.name == name or version.name.startswith(f"{name}."):
            return version
    raise UnknownName("Neo4j release", name or "", tuple(version.name for version in known))
