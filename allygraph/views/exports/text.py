"""Text that every format can hold."""

from __future__ import annotations

import re

#: What XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets); most of it UTF-8 or other readers refuse as well.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """The text with U+FFFD for each character that XML forbids, and line feeds as its only line ends."""
    return _LINE_END.sub("\n", _FORBIDDEN.sub("\ufffd", text))
