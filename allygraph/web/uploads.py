"""Files that were handed in, kept under the user's data folder: each is the place its document came from.

A file lies in a folder named for its content, so nothing is ever overwritten, and the same file is kept once.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import AsyncIterator
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp

#: Bytes of a name: file systems take 255, and some count several for a letter.
LONGEST_NAME = 150
#: Bytes of a suffix that is worth keeping, such as `.markdown`.
_SUFFIX = 20
#: What some system reads as a path, a device or a pattern.
_FORBIDDEN = re.compile(r'[<>:"|?*%]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
#: Categories of characters that are not to be seen: control, format (marks of writing direction), surrogates, unknown.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(name: str) -> str:
    """The last part of a name as any file system takes it: no path, nothing unseen, not hidden, not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(mark for mark in last if unicodedata.category(mark) not in _UNSEEN)
    plain = _FORBIDDEN.sub("_", seen).strip(" .")
    if _DEVICE.match(plain):
        plain = f"_{plain}"
    return _shortened(plain) or "document"


async def keep_upload(folder: Path, name: str, chunks: AsyncIterator[bytes]) -> Path:
    """Writes the chunks to a file of that name in `folder` and gives its path; a file that breaks off is not kept.

    Only the user may read what is there. Raises OSError where it cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, partial = mkstemp(dir=folder, prefix=".coming-")
    try:
        digest = blake2b(digest_size=16)
        with os.fdopen(handle, "wb") as stream:
            async for chunk in chunks:
                digest.update(chunk)
                stream.write(chunk)
        target = folder / digest.hexdigest() / safe_name(name)
        if not target.exists():
            target.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(partial, target)
        return target.absolute()
    finally:
        Path(partial).unlink(missing_ok=True)


def _shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    end = f".{suffix}" if dot and stem and len(suffix.encode()) <= _SUFFIX else ""
    room = LONGEST_NAME - len(end.encode())
    return name.encode()[:room].decode(errors="ignore").rstrip(" .") + end
