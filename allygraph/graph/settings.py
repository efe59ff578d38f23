"""Where things are: the user's data directory and the address of the graph database."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j answers and as whom to ask it."""

    uri: str
    user: str = "neo4j"
    password: str = ""
    database: str = "neo4j"


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """What the user may choose about the local server; None leaves the choice to us.

    `version` may be shortened ("5.26"). `cache` holds what is downloaded, so that several homes can share it; without
    it each home has its own. `java` is a program, `repository` the address of a Maven repository to ask in place of the
    public one.
    """

    version: str | None = None
    cache: Path | None = None
    java: str | None = None
    repository: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. `remote` is None when the local server is to be used.

    `token` is what whoever asks the explorer's server must bring; None has one made at random.
    """

    home: Path
    remote: Address | None = None
    server: ServerOptions = ServerOptions()
    token: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Reads ALLYGRAPH_HOME, _CACHE, _JAVA, _NEO4J, _MAVEN, _TOKEN; NEO4J_URI, _USERNAME, _PASSWORD, _DATABASE."""
        values = os.environ if environment is None else environment
        home = (
            Path(values["ALLYGRAPH_HOME"]).expanduser() if values.get("ALLYGRAPH_HOME") else user_data_path("allygraph")
        )
        server = ServerOptions(
            version=values.get("ALLYGRAPH_NEO4J") or None,
            cache=Path(values["ALLYGRAPH_CACHE"]).expanduser() if values.get("ALLYGRAPH_CACHE") else None,
            java=values.get("ALLYGRAPH_JAVA") or None,
            repository=values.get("ALLYGRAPH_MAVEN") or None,
        )
        token = values.get("ALLYGRAPH_TOKEN") or None
        uri = values.get("NEO4J_URI")
        if not uri:
            return cls(home=home, server=server, token=token)
        user = values.get("NEO4J_USERNAME", "neo4j")
        database = values.get("NEO4J_DATABASE", "neo4j")
        remote = Address(uri, user, values.get("NEO4J_PASSWORD", ""), database)
        return cls(home=home, remote=remote, server=server, token=token)
