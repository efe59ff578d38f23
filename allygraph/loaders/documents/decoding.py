"""Bytes become text: UTF-8 and UTF-16 as declared, older encodings where they are plain to detect."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from allygraph.graph.errors import UnreadableDocument
from allygraph.loaders.documents.language import language_of

__all__ = ["decode"]

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes or characters looked at; more cost time and tell no better.
_SAMPLE = 200_000
#: Share of disorder (0 to 1) that charset-normalizer may see in a text we trust it to have decoded.
_MOST_CHAOS = 0.15
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROL = 0.01
#: Windows code page by language; all other languages in Latin letters use 1252.
_CODE_PAGES = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), "cp1250"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "tr": "cp1254",
    "vi": "cp1258",
}
#: A sign inside a word, other than an apostrophe or a middle dot: the mark of a wrong code page.
_SIGN_IN_WORD = re.compile(r"[^\W\d_][^\w\s\x00-\x7f’·\u00ad–—][^\W\d_]")
_SAVE_AGAIN = "Save it as UTF-8 and load it again."


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """The text that `data` holds; `declared` is an encoding named by the sender, tried after UTF-8.

    Raises UnreadableDocument where the bytes are no text, or where no encoding fits without doubt.
    """
    for encoding in (*_marked(data), "utf-8", declared):
        try:
            text = data.decode(encoding) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text:
            return _checked(text, path)
    _checked(data[:_SAMPLE].decode("latin-1"), path)
    if broken := _broken_utf8(data, path):
        raise broken
    return _checked(_detected(data, path), path)


def _marked(data: bytes) -> tuple[str, ...]:
    """The encoding that the first bytes name, or that the places of the zero bytes show."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = len(data[:_SAMPLE]) // 2
    if len(data) % 2 == 0 and max(even, odd) > half * 0.4 and min(even, odd) < half * 0.02:
        return ("utf-16-be" if even > odd else "utf-16-le",)
    return ()


def _broken_utf8(data: bytes, path: str) -> UnreadableDocument | None:
    """The complaint about a text that is UTF-8 nearly everywhere; None where it is in another encoding."""
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    good = sum(character > "\x7f" for character in lenient) - bad
    # In another encoding, bytes make up a UTF-8 character only by accident.
    if good < 2 or bad >= good:
        return None
    line = lenient[: lenient.index("\ufffd")].count("\n") + 1
    return UnreadableDocument(
        path, f"The text is UTF-8 with {bad} broken characters, the first in line {line}.", _SAVE_AGAIN
    )


def _detected(data: bytes, path: str) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MOST_CHAOS:
        raise UnreadableDocument(path, "The bytes are text in no encoding that can be told.", _SAVE_AGAIN)
    encoding = best.encoding
    sample = data[:_SAMPLE].decode(encoding, "replace")
    latin = not best.multi_byte_usage and _is_latin(sample)
    if latin:
        # Between code pages of Latin letters the detector guesses; the language, told by the plain letters, decides.
        encoding = _CODE_PAGES.get(language_of(sample) or "", "cp1252")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            path, f"The text looks like {encoding}, but byte {error.start} does not fit.", _SAVE_AGAIN
        ) from error
    if latin and _SIGN_IN_WORD.search(text, 0, _SAMPLE):
        raise UnreadableDocument(path, f"The text looks like {encoding}, but has signs inside words then.", _SAVE_AGAIN)
    return text


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) > len(letters) * 0.9


def _checked(text: str, path: str) -> str:
    """`text`, unless control characters show that it is none."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) * _MOST_CONTROL:
        raise UnreadableDocument(path, "The file is binary data, not text.", "Convert it to text, PDF or docx first.")
    return text
