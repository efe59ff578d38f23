"""Where everything of the local server lies: below the user's home directory, the downloads in a cache of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from allygraph.graph.settings import Settings


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """The paths of one local server; `home` is Neo4j's own home directory, `cache` may be shared by several."""

    home: Path
    cache: Path

    @classmethod
    def of(cls, settings: Settings) -> ServerFiles:
        """The paths for these settings; nothing is created."""
        home = settings.home.absolute()
        cache = settings.server.cache or home / "cache"
        return cls(home=home / "server", cache=cache.absolute())

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf, which is written anew at each start."""
        return self.home / "conf"

    @property
    def data(self) -> Path:
        """The graph itself."""
        return self.home / "data"

    @property
    def database(self) -> Path:
        """The folder that is there as soon as there is a graph."""
        return self.data / "databases" / "neo4j"

    @property
    def replaced(self) -> Path:
        """The data that a restoration put aside; there only until the restored graph has come up."""
        return self.home / "data.replaced"

    @property
    def logs(self) -> Path:
        """Neo4j's own logs."""
        return self.home / "logs"

    @property
    def console(self) -> Path:
        """What the Java process of the last start printed."""
        return self.logs / "console.log"

    @property
    def password(self) -> Path:
        """The password, readable by its owner alone."""
        return self.home / "password"

    @property
    def state(self) -> Path:
        """Process, port and version of the last start."""
        return self.home / "state.json"

    @property
    def lock(self) -> Path:
        """Held while the server is being started, stopped, saved or restored."""
        return self.home / "lock"

    @property
    def jars(self) -> Path:
        """Downloaded jars, laid out as a Maven repository."""
        return self.cache / "maven"

    @property
    def java(self) -> Path:
        """Java run times fetched for releases that need another than the installed one."""
        return self.cache / "java"

    @property
    def aot(self) -> Path:
        """Java's ahead-of-time caches, which shorten a start."""
        return self.cache / "aot"
