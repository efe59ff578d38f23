"""Downloads the jars of a release, several at a time, each checked before it takes its final name."""

from __future__ import annotations

import hashlib
import os
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import httpx
from filelock import FileLock

from allygraph.graph.errors import FetchFailed
from allygraph.graph.server.disk import translate_disk_errors
from allygraph.graph.server.jars import Jar, Progress, find_missing
from allygraph.graph.trust import trusted

_WORKERS = 8
_ATTEMPTS = 3


def fetch_jars(
    jars: tuple[Jar, ...], folder: Path, repository: str | None = None, progress: Progress | None = None
) -> None:
    """Brings into the folder what is not there yet; a download that was cut goes on with the next missing file.

    Raises FetchFailed when the repository cannot be reached or serves something else than was pinned, StoreFull
    when the disk is full.
    """
    with translate_disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            _fetch_missing(jars, find_missing(jars, folder), folder, repository, progress)


def _fetch_missing(
    jars: tuple[Jar, ...], missing: list[Jar], folder: Path, repository: str | None, progress: Progress | None
) -> None:
    total = sum(jar.size for jar in jars)
    done = total - sum(jar.size for jar in missing)
    with (
        httpx.Client(timeout=30, follow_redirects=True, verify=trusted()) as client,
        ThreadPoolExecutor(_WORKERS) as pool,
    ):
        base = (repository or _default_repository()).rstrip("/")
        arrivals = {pool.submit(_fetch_jar, client, base, jar, folder): jar for jar in missing}
        try:
            for arrival in as_completed(arrivals):
                arrival.result()
                done += arrivals[arrival].size
                if progress:
                    progress(done, total, arrivals[arrival].path.name)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _default_repository() -> str:
    # Imported late: jgo takes 0.3 s, and it is needed for nothing but the address of Maven's public repository.
    from jgo.constants import MAVEN_CENTRAL_URL

    return str(MAVEN_CENTRAL_URL)


def _fetch_jar(client: httpx.Client, base: str, jar: Jar, folder: Path) -> None:
    target = folder / jar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            _download(client, f"{base}/{jar.path}", jar, target)
            return
        except httpx.HTTPError as error:
            if attempt == _ATTEMPTS or _is_final(error):
                raise FetchFailed(
                    f"The file {jar.path.name} of the local Neo4j could not be downloaded from {base}: {error}.",
                    "The first start needs the network once; what has arrived is kept; try again when it is there. "
                    "Behind a proxy set HTTPS_PROXY, with a Maven mirror ALLYGRAPH_MAVEN; or use your own Neo4j by "
                    "setting NEO4J_URI.",
                ) from error
            time.sleep(attempt / 2)


def _is_final(error: httpx.HTTPError) -> bool:
    """Whether asking again cannot help: the repository answered, and not with an error of its own."""
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code < 500


def _download(client: httpx.Client, url: str, jar: Jar, target: Path) -> None:
    digest = hashlib.sha256()
    part = target.with_suffix(".part")
    with client.stream("GET", url) as response, part.open("wb") as file:
        response.raise_for_status()
        for block in response.iter_bytes():
            digest.update(block)
            file.write(block)
        file.flush()
        # Without this a power cut could leave a file of full size and no content under the final name.
        os.fsync(file.fileno())
    if digest.hexdigest() != jar.sha256:
        part.unlink()
        raise FetchFailed(
            f"{url} is not the pinned file: SHA-256 {jar.sha256} was expected, {digest.hexdigest()} came.",
            "A proxy or mirror may have changed it; try another network or set ALLYGRAPH_MAVEN.",
        )
    part.replace(target)
