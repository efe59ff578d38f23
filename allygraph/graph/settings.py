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
class Settings:
    """What the environment says. `remote` is None when the local server is to be used."""

    home: Path
    remote: Address | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Reads ALLYGRAPH_HOME, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE."""
        values = os.environ if environment is None else environment
        home = (
            Path(values["ALLYGRAPH_HOME"]).expanduser() if values.get("ALLYGRAPH_HOME") else user_data_path("allygraph")
        )
        uri = values.get("NEO4J_URI")
        if not uri:
            return cls(home=home)
        user = values.get("NEO4J_USERNAME", "neo4j")
        database = values.get("NEO4J_DATABASE", "neo4j")
        return cls(home=home, remote=Address(uri, user, values.get("NEO4J_PASSWORD", ""), database))
