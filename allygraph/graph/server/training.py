"""Java's ahead-of-time cache, which shortens a start; made once, in the background, on a server of its own.

The user's server never records anything itself: recording slows a Java process, and writing the cache delays its end.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.resources import files as package_files
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.java import read_major
from allygraph.graph.server.launch import address_of, start_process
from allygraph.graph.server.process import State, end_process, find_process
from allygraph.graph.server.program import Program, java_arguments, prepare_program
from allygraph.graph.settings import ServerOptions, Settings

# The first Java that makes the cache in one run (JEP 514).
_FIRST_JAVA = 25

# Seconds between the user's first start and the training.
_PATIENCE = 45

# The training server and Java's writing of the cache take up to 1.2 GB; a small machine goes without.
_LEAST_MEMORY = 2 << 30


def cache_file(files: ServerFiles, program: Program) -> Path:
    """Where the cache for exactly this Java, these jars and these options lies."""
    java = program.java.resolve()
    key = "\n".join([str(java), str(java.stat().st_mtime_ns), *java_arguments(program)])
    return files.aot / f"{program.version.name}-{hashlib.sha256(key.encode()).hexdigest()[:12]}.aot"


def use_cache(files: ServerFiles, program: Program) -> tuple[str, ...]:
    """The Java options that use the cache, none if there is none. Java itself passes over a cache that does not fit."""
    path = cache_file(files, program)
    return (f"-XX:AOTCache={path}",) if path.exists() else ()


def begin_training(files: ServerFiles, program: Program) -> None:
    """Makes the cache in a detached process of low priority, unless it is there or this machine is too small."""
    if cache_file(files, program).exists() or (read_major(program.java) or 0) < _FIRST_JAVA:
        return
    if psutil.virtual_memory().available < _LEAST_MEMORY:
        return
    command = [sys.executable, "-m", __name__, str(files.cache), program.version.name, str(program.java)]
    subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def train(cache: Path, version: str, java: str) -> None:
    """Starts a scratch server, uses it a little, ends it, and moves the cache it leaves into place.

    Returns at once when another process is at it.
    """
    options = ServerOptions(version=version, cache=cache, java=java)
    folder = ServerFiles.of(Settings(home=cache, server=options)).aot
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "lock", blocking=False):
            for left in folder.glob("scratch-*"):
                shutil.rmtree(left, ignore_errors=True)
            with tempfile.TemporaryDirectory(prefix="scratch-", dir=folder, ignore_cleanup_errors=True) as scratch:
                _train_in(Settings(home=Path(scratch), server=options))
    except Timeout:
        return


def _train_in(settings: Settings) -> None:
    files = ServerFiles.of(settings)
    program = prepare_program(settings)
    target = cache_file(files, program)
    draft = settings.home / "draft.aot"
    files.home.mkdir(parents=True)
    state = start_process(files, program, None, (f"-XX:AOTCacheOutput={draft}",))
    process = find_process(files, state)
    try:
        _exercise(files, state)
    finally:
        if process:
            end_process(process)
    for old in files.aot.glob(f"{program.version.name}-*.aot"):
        old.unlink()
    draft.replace(target)


def _exercise(files: ServerFiles, state: State) -> None:
    # Imported late: the driver takes 1.4 s, and starting the training must cost the user nothing.
    from allygraph.graph.store import Store, apply_schema
    from allygraph.graph.store.statements import all_statements

    general = package_files(__package__).joinpath("training.cypher").read_text("utf-8").split(";\n")
    with Store.connect(address_of(files, state)) as store:
        apply_schema(store)
        # What loading runs, without rows: a statement's first run is mostly its planning, which the cache shortens.
        for statement in all_statements():
            store.write(statement, {"rows": [], "at": ""})
        for statement in general:
            if statement.strip():
                store.write(statement)


if __name__ == "__main__":
    os.nice(19)
    # The first job on a new server has both cores to itself; even a polite process would slow it by half.
    time.sleep(_PATIENCE)
    train(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
