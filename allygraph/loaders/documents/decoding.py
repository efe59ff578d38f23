"""Bytes become text: UTF-8 and UTF-16 as declared, older encodings where they are plain to detect."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from allygraph.graph.errors import UnreadableDocument

__all__ = ["decode"]

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes shown to the detector; more cost time and tell no better.
_SAMPLE = 200_000
#: Share of disorder (0 to 1) that charset-normalizer may see in a text we trust it to have decoded.
_MOST_CHAOS = 0.15
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROL = 0.01
_SAVE_AGAIN = "Save it as UTF-8 and load it again."


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """The text that `data` holds; `declared` is an encoding named by the sender, tried first.

    Raises UnreadableDocument where the bytes are no text, or where no encoding fits without doubt.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, path), path)
    for encoding in dict.fromkeys(("utf-8", declared or "utf-8")):
        try:
            return _checked(data.decode(encoding), path)
        except (UnicodeDecodeError, LookupError):
            continue
    if broken := _broken_utf8(data, path):
        raise broken
    return _checked(_detected(data, path), path)


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            path, f"The text says it is {encoding.removesuffix('-sig').upper()} but byte {error.start} is not.", _SAVE_AGAIN
        ) from error


def _broken_utf8(data: bytes, path: str) -> UnreadableDocument | None:
    """The complaint about a text that is UTF-8 nearly everywhere; None where it is in another encoding."""
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    good = sum(character > "\x7f" for character in lenient) - bad
    if bad * 4 >= good:
        return None
    line = lenient[: lenient.index("\ufffd")].count("\n") + 1
    return UnreadableDocument(path, f"The text is UTF-8 with {bad} broken characters, the first in line {line}.", _SAVE_AGAIN)


def _detected(data: bytes, path: str) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MOST_CHAOS:
        raise UnreadableDocument(path, "The bytes are text in no encoding that can be told.", _SAVE_AGAIN)
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            path, f"The text looks like {best.encoding}, but byte {error.start} does not fit.", _SAVE_AGAIN
        ) from error


def _checked(text: str, path: str) -> str:
    """`text`, unless control characters show that it is none."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) * _MOST_CONTROL:
        raise UnreadableDocument(path, "The file is binary data, not text.", "Convert it to text, PDF or docx first.")
    return text
