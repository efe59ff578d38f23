"""Writes the lock of a release: `python -m allygraph.graph.server.pinning 2026.09.0 > locks/2026.09.0.txt`.

jgo works out the dependencies; every jar is compared with the SHA-1 that its repository publishes, because jgo itself
only warns when they differ. For maintainers: nothing at run time calls this.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from jgo.constants import MAVEN_CENTRAL_URL
from jgo.env import EnvironmentBuilder
from jgo.maven import MavenContext, PythonResolver

from allygraph.graph.server.jars import Jar
from allygraph.graph.server.versions import Version, find_version


def resolve_jars(version: Version) -> Iterator[Jar]:
    """The jars jgo finds for the release, inputs first; each downloaded afresh and checked."""
    with tempfile.TemporaryDirectory() as scratch, httpx.Client(base_url=MAVEN_CENTRAL_URL) as client:
        repository = Path(scratch, "maven")
        context = MavenContext(resolver=PythonResolver(), repo_cache=repository)
        builder = EnvironmentBuilder(context=context, cache_dir=Path(scratch, "environments"))
        environment = builder.from_endpoint("+".join(version.coordinates))
        lock = tomllib.loads(Path(environment.path, "jgo.lock.toml").read_text("utf-8"))
        for row in lock["dependencies"]:
            if row["packaging"] == "jar":
                yield _check_jar(row, repository, client)


def _check_jar(row: dict[str, Any], repository: Path, client: httpx.Client) -> Jar:
    jar = Jar(row["groupId"], row["artifactId"], row["version"], row.get("classifier", ""), 0, "")
    content = (repository / jar.path).read_bytes()
    published = client.get(f"{jar.path}.sha1").raise_for_status().text.split()[0]
    if hashlib.sha1(content).hexdigest() != published:
        raise ValueError(f"{jar.path} is not the published file: SHA-1 {published} expected.")
    return Jar(jar.group, jar.artifact, jar.version, jar.classifier, len(content), hashlib.sha256(content).hexdigest())


def format_jar(jar: Jar) -> str:
    """The line of a lock file: coordinates, size, SHA-256."""
    parts = (jar.group, jar.artifact, jar.version, jar.classifier)
    return f"{':'.join(part for part in parts if part)} {jar.size} {jar.sha256}"


if __name__ == "__main__":
    for line in map(format_jar, resolve_jars(find_version(sys.argv[1]))):
        print(line, flush=True)
