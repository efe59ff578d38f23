"""The Java program: fetched if need be, and the command lines that run it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from allygraph.graph.server.configuration import heap_size
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.jars import Progress, find_missing, read_lock
from allygraph.graph.server.java import find_java
from allygraph.graph.server.versions import Version, find_version
from allygraph.graph.settings import Settings

# Neo4j reaches into these packages of Java; without the openings it does not come up.
_OPENINGS = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))


@dataclass(frozen=True, slots=True)
class Program:
    """A release ready to run: its Java and the jars of its class path, in order."""

    version: Version
    java: Path
    jars: tuple[Path, ...]


def prepare_program(settings: Settings, progress: Progress | None = None) -> Program:
    """The release of the settings with all its files there; downloads what is missing.

    Raises FetchFailed, StartFailed (no fitting Java) or StoreFull.
    """
    files = ServerFiles.of(settings)
    version = find_version(settings.server.version)
    jars = read_lock(version)
    if find_missing(jars, files.jars):
        # Imported late: the HTTP client takes 0.4 s, and is needed once.
        from allygraph.graph.server.fetch import fetch_jars

        fetch_jars(jars, files.jars, settings.server.repository, progress)
    java = find_java(version, files.java, settings.server.java)
    return Program(version, java, tuple(files.jars / jar.path for jar in jars))


def java_arguments(program: Program, extra: Iterable[str] = ()) -> list[str]:
    """What comes between `java` and the main class."""
    class_path = os.pathsep.join(map(str, program.jars))
    return [*_OPENINGS, f"-Xmx{heap_size()}m", *extra, "-cp", class_path]


def write_arguments(path: Path, arguments: Iterable[str]) -> None:
    """Writes a Java argument file readable by its owner alone; a class path is too long for some command lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text("".join(f"{_quote(argument)}\n" for argument in arguments), "utf-8")


def _quote(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
