"""The jars of a release, pinned with size and checksum in `locks/`, and where they lie in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath

from allygraph.graph.server.versions import Version

# Called with the bytes that are there, the bytes there will be, and the name of the file that has just arrived.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned file: Maven coordinates, size in bytes and SHA-256."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def path(self) -> PurePosixPath:
        """Where it lies below the root of any Maven repository."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        folder = PurePosixPath(*self.group.split("."), self.artifact, self.version)
        return folder / f"{self.artifact}-{self.version}{suffix}.jar"


def read_lock(version: Version) -> tuple[Jar, ...]:
    """The jars of the release in the order of the class path."""
    text = files(__package__).joinpath("locks", f"{version.name}.txt").read_text("utf-8")
    return tuple(_jars(text.splitlines()))


def _jars(lines: Iterable[str]) -> Iterator[Jar]:
    for line in lines:
        if not line or line.startswith("#"):
            continue
        coordinates, size, sha256 = line.split()
        group, artifact, version, classifier = (*coordinates.split(":"), "")[:4]
        yield Jar(group, artifact, version, classifier, int(size), sha256)


def find_missing(jars: Iterable[Jar], folder: Path) -> list[Jar]:
    """Those that are not in the folder, or not with their full size.

    The size is enough: a file takes its final name only after its checksum was found right.
    """
    return [jar for jar in jars if not _is_whole(folder / jar.path, jar.size)]


def _is_whole(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False
