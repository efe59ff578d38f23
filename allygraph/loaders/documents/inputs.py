"""Paths, folders, addresses and standard input become a stream of documents; what cannot be read is named, with why."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from allygraph.graph.errors import UnreadableDocument
from allygraph.graph.model import Skipped, Source
from allygraph.loaders.documents.content import read_content
from allygraph.loaders.documents.files import files_under, read_file
from allygraph.loaders.documents.limits import MAX_FILE, check_size
from allygraph.loaders.documents.record import ReadDocument
from allygraph.loaders.documents.web import fetch, is_address

__all__ = ["read_inputs"]

_STDIN = "-"
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_inputs(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    source: str | Source | None = None,
) -> Iterator[ReadDocument | Skipped]:
    """Each document that `paths` name, in order, and a Skipped for each that cannot be read.

    A path is a file, a folder (with all in it, sorted, hidden files left out), an http address, or `-` for `stdin`
    (by default that of the process). A file may give a document and several Skipped: entries, attachments. `source` is
    the publisher of all of them, where the caller knows it.
    """
    for given in paths:
        path = os.fspath(given)
        if path == _STDIN:
            yield from _read_stream(stdin or sys.stdin.buffer, source)
        elif is_address(path):
            yield from _read_address(path, source)
        elif _OTHER_SCHEME.match(path):
            yield Skipped(path, "Only http and https addresses can be read. Fetch it otherwise and load the file.")
        elif os.path.isdir(path):
            yield from _read_folder(Path(path), source)
        else:
            yield from _read_path(Path(path), source)


def _read_stream(stream: BinaryIO, source: str | Source | None) -> Iterator[ReadDocument | Skipped]:
    try:
        data = stream.read(MAX_FILE + 1)
        check_size(_STDIN, len(data), MAX_FILE, "Standard input")
        yield from read_content(data, _STDIN, source=source)
    except UnreadableDocument as error:
        yield _skipped(error)


def _read_address(address: str, source: str | Source | None) -> Iterator[ReadDocument | Skipped]:
    try:
        fetched = fetch(address)
        yield from read_content(
            fetched.data,
            address,
            uri=fetched.address,
            name=_host(fetched.address),
            charset=fetched.charset,
            source=source,
        )
    except UnreadableDocument as error:
        yield _skipped(error)


def _read_folder(folder: Path, source: str | Source | None) -> Iterator[ReadDocument | Skipped]:
    empty = True
    for found in files_under(folder):
        empty = False
        if isinstance(found, UnreadableDocument):
            yield _skipped(found)
        else:
            yield from _read_path(found, source)
    if empty:
        yield Skipped(
            str(folder),
            "The folder holds no documents. Give a folder with text, html, PDF, docx, eml, YAML or CSV files.",
        )


def _read_path(path: Path, source: str | Source | None) -> Iterator[ReadDocument | Skipped]:
    try:
        yield from read_content(read_file(path), str(path), uri=path.absolute().as_uri(), name=path.name, source=source)
    except UnreadableDocument as error:
        yield _skipped(error)


def _host(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?([^/:?#]+).*", r"\1", address, flags=re.IGNORECASE | re.DOTALL)


def _skipped(error: UnreadableDocument) -> Skipped:
    return Skipped(error.path, str(error))
