"""Deterministic ids: the same content gives the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SPACE = re.compile(r"\s+")


def stable_id(prefix: str, *parts: object) -> str:
    """`prefix` and 16 hexadecimal digits of SHA-256 over the parts; None and '' are different parts."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def document_id(text: str) -> str:
    """The id of a document: of its text without regard to spacing and Unicode form."""
    return stable_id("doc", _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip())


def source_id(name: str) -> str:
    """The id of a source, by its name without regard to case and spacing."""
    return stable_id("src", _SPACE.sub(" ", name).strip().casefold())


def passage_id(series: str, text: str, occurrence: int) -> str:
    """The id of a passage: its text and how often the same text stood before it in the document."""
    return stable_id("pas", series, _SPACE.sub(" ", text).strip(), occurrence)


def claim_id(
    passage: str,
    predicate: str,
    subject_text: str,
    object_text: str,
    counterpart_text: str | None,
    role: str | None,
    engine: str,
) -> str:
    """The id of a claim: what does not change when its document is corrected elsewhere."""
    return stable_id("cla", passage, predicate, subject_text, object_text, counterpart_text, role, engine)


def content_digest(*parts: object) -> str:
    """A fingerprint that differs when any part does; parts are compared by their `repr`."""
    return stable_id("sha", *(repr(part) for part in parts))
