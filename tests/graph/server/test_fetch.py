"""Downloads from a small Maven repository on loopback."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from allygraph.graph.errors import FetchFailed
from allygraph.graph.server import ensure_running
from allygraph.graph.server.fetch import fetch_jars
from allygraph.graph.server.jars import Jar, find_missing, read_lock
from allygraph.graph.server.versions import Version, all_versions
from allygraph.graph.settings import ServerOptions, Settings


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, *_: object) -> None:
        return


@pytest.fixture
def published(tmp_path: Path) -> tuple[Jar, ...]:
    """Three jars as they lie in the repository."""
    return tuple(_publish(tmp_path / "published", name) for name in ("one", "two", "three"))


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[str]:
    """The address of the repository, empty until something is published."""
    (tmp_path / "published").mkdir(exist_ok=True)
    handler = partial(_Quiet, directory=str(tmp_path / "published"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


def _publish(folder: Path, name: str) -> Jar:
    content = f"the jar {name}".encode() * 100
    jar = Jar("org.example", name, "1.0", "", len(content), hashlib.sha256(content).hexdigest())
    (folder / jar.path).parent.mkdir(parents=True)
    (folder / jar.path).write_bytes(content)
    return jar


def test_all_jars_arrive_and_are_counted(published: tuple[Jar, ...], repository: str, tmp_path: Path) -> None:
    """Progress ends at the whole, having named each file once."""
    seen: list[tuple[int, int, str]] = []
    fetch_jars(published, tmp_path / "jars", repository, lambda *step: seen.append(step))
    whole = sum(jar.size for jar in published)
    assert not find_missing(published, tmp_path / "jars")
    assert seen[-1][:2] == (whole, whole)
    assert {step[2] for step in seen} == {"one-1.0.jar", "two-1.0.jar", "three-1.0.jar"}


def test_a_cut_download_is_taken_up(published: tuple[Jar, ...], repository: str, tmp_path: Path) -> None:
    """A half-written jar is not taken for whole; a whole one is not fetched again."""
    folder = tmp_path / "jars"
    fetch_jars(published, folder, repository)
    whole, half = (folder / jar.path for jar in published[:2])
    before = whole.stat().st_mtime_ns
    half.write_bytes(half.read_bytes()[:50])
    assert find_missing(published, folder) == [published[1]]
    fetch_jars(published, folder, repository)
    assert hashlib.sha256(half.read_bytes()).hexdigest() == published[1].sha256
    assert whole.stat().st_mtime_ns == before


def test_another_file_than_the_pinned_is_refused(published: tuple[Jar, ...], repository: str, tmp_path: Path) -> None:
    """Its name never appears in the cache, nor does its draft stay."""
    other = replace(published[0], sha256="0" * 64)
    with pytest.raises(FetchFailed, match="is not the pinned file"):
        fetch_jars((other,), tmp_path / "jars", repository)
    assert not list((tmp_path / "jars").rglob("one-1.0*"))


def test_what_arrived_before_a_failure_is_kept(published: tuple[Jar, ...], repository: str, tmp_path: Path) -> None:
    """A file that the repository lacks fails the fetch by name; the others need not come again."""
    absent = replace(published[0], artifact="absent")
    with pytest.raises(FetchFailed, match=r"absent-1\.0\.jar"):
        fetch_jars((*published, absent), tmp_path / "jars", repository)
    assert find_missing((*published, absent), tmp_path / "jars") == [absent]


def test_a_first_start_without_network_says_what_to_do(tmp_path: Path) -> None:
    """Nothing answers on port 1: the error names a proxy, a mirror and the user's own server as ways out."""
    options = ServerOptions(repository="http://127.0.0.1:1")
    with pytest.raises(FetchFailed) as caught:
        ensure_running(Settings(home=tmp_path, server=options))
    assert all(way in caught.value.remedy for way in ("HTTPS_PROXY", "ALLYGRAPH_MAVEN", "NEO4J_URI"))


@pytest.mark.parametrize("version", all_versions(), ids=lambda version: version.name)
def test_every_release_has_a_whole_lock(version: Version) -> None:
    """The artifacts it is made of are pinned at its version, no file twice, and no line holds an address."""
    jars = read_lock(version)
    pinned = {f"{jar.group}:{jar.artifact}:{jar.version}" for jar in jars}
    assert pinned >= set(version.coordinates)
    assert len({jar.path for jar in jars}) == len(jars)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)
